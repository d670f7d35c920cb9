package io.sarf.payouts.contract;

import io.sarf.payouts.api.ApiCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Error codes of an operation, or of all operations of a class, beyond those every operation has. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface FailsWith {
    ApiCode[] value();
}
