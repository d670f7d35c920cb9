package io.sarf.payouts.bank;

import java.time.Duration;
import java.util.UUID;

/**
 * Somebody has let time pass for an application at the sandbox bank. Fired inside the transaction that records it, so that
 * what waits for the bank in its sandbox comes nearer by as much as it has at the bank.
 *
 * @param by at least a second
 */
public record TimePassed(UUID application, Duration by) {}
