package io.sarf.payouts.work;

import java.time.Instant;
import java.util.UUID;

/**
 * Recording an outcome names the lease and fails if another owner has it by then.
 *
 * @param attempt 1 for the first
 */
public record Lease(UUID work, UUID owner, Instant until, int attempt) {}
