package io.sarf.payouts.work;

import java.time.Instant;
import java.util.UUID;

/**
 * The right to do one piece of work, until it runs out. Whoever records an outcome names the lease, and records nothing
 * when somebody else holds it by then.
 *
 * @param attempt 1 for the first
 */
public record Lease(UUID work, UUID owner, Instant until, int attempt) {}
