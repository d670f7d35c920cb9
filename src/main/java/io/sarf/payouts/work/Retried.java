package io.sarf.payouts.work;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A use case whose transaction is run again when the database took another one's side: a deadlock, a row that changed
 * under it, a unique key that somebody else was first to take. It was rolled back whole, so it begins from what the other
 * one left, and says of that what it says of it on any day. A few times at most, and not inside of a transaction that
 * began earlier, which is lost as a whole. Never on a method that calls a bank.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Retried {}
