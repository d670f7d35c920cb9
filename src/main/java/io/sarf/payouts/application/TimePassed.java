package io.sarf.payouts.application;

import java.time.Duration;

/**
 * The sandbox bank's clock was advanced. Fired in the transaction that records it, so that what waits for the bank
 * becomes due earlier by the same duration.
 *
 * @param scope a sandbox
 * @param by at least a second
 */
public record TimePassed(Scope scope, Duration by) {}
