package io.sarf.payouts.application;

import java.time.Duration;

/**
 * Fired in the transaction that records it, so that what waits for the sandbox bank becomes due earlier by the same
 * time.
 *
 * @param by at least a second
 */
public record TimePassed(Scope scope, Duration by) {}
