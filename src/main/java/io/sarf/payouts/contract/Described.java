package io.sarf.payouts.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an operation is, in words. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Described {
    /** Its name for whoever writes or generates a client; the file with its example has the same. */
    String operationId();

    String summary();

    /** What the summary does not say. */
    String description();
}
