package io.sarf.payouts.work;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Retries the transaction of a use case after a deadlock, a concurrent change of a row, or a duplicate key. The
 * transaction was rolled back, so the retry sees the other one's result and handles it as usual. Bounded; never inside
 * an outer transaction, which is lost as a whole. Never on a method that calls a bank.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Retried {}
