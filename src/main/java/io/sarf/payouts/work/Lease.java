package io.sarf.payouts.work;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Recording an outcome names the lease and fails if another owner has it by then.
 *
 * @param attempt 1 for the first
 * @param alone whether the work failed so often that nothing was claimed together with it
 */
public record Lease(UUID work, UUID owner, Instant until, int attempt, boolean alone) {
    /**
     * Runs work until it has succeeded or the lease has ended: what it would record is outdated then.
     *
     * @param work gives whether it has succeeded
     * @param pause runs what it is given after a pause
     */
    public CompletionStage<Boolean> repeat(Supplier<CompletionStage<Boolean>> work, Clock clock, Executor pause) {
        return work.get().thenCompose(done -> {
            if (done || !clock.instant().isBefore(until)) {
                return CompletableFuture.completedStage(done);
            }
            return CompletableFuture.supplyAsync(() -> work, pause).thenCompose(again -> repeat(again, clock, pause));
        });
    }
}
