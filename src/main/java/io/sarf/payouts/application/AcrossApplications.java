package io.sarf.payouts.application;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method: it reads or writes rows of all applications. On a class: it may call such methods, for the given reason.
 * The architecture test checks both.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AcrossApplications {
    String value() default "";
}
