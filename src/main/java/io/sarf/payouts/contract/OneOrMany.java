package io.sarf.payouts.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The operation takes an array or a single element. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OneOrMany {
    int most();
}
