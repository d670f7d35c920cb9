package io.sarf.payouts.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On an operation whose body is an array, and takes one element without the array too. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OneOrMany {
    /** How many elements the array may have; it has one at least. */
    int most();
}
