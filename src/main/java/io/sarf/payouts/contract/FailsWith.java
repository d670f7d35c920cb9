package io.sarf.payouts.contract;

import io.sarf.payouts.api.ApiCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Codes an operation answers with, on a class all of its operations; those that every operation has are not named. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface FailsWith {
    ApiCode[] value();
}
