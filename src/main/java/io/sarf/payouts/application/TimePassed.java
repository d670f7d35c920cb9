package io.sarf.payouts.application;

import java.time.Duration;

/**
 * Somebody has let time pass at the sandbox bank. Fired inside the transaction that records it, so that what waits for the
 * bank comes nearer by as much here as it has there.
 *
 * @param scope a sandbox
 * @param by at least a second
 */
public record TimePassed(Scope scope, Duration by) {}
