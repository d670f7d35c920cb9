package io.sarf.payouts.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an operation reads behind the {@code ?} of its address. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface TakesQuery {
    QueryField[] value();
}
