package io.sarf.payouts.work;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Delays that double from {@code first} up to {@code longest}, plus up to a tenth. */
public record Backoff(Duration first, Duration longest) {
    /** @param attempt 1 for the first */
    public Duration after(int attempt) {
        var bounded = bounded(attempt);
        return bounded.plusMillis(ThreadLocalRandom.current().nextLong(tenth(bounded)));
    }

    /** Adds a tenth derived from the work's id: tasks that failed together spread out, and each has a stable delay. */
    public Duration after(Lease lease) {
        var bounded = bounded(lease.attempt());
        var own = lease.work().getLeastSignificantBits() >>> Math.floorMod(lease.attempt(), 16);
        return bounded.plusMillis(Math.floorMod(own, tenth(bounded)));
    }

    private Duration bounded(int attempt) {
        var doubled = first.multipliedBy(1L << Math.min(Math.max(attempt - 1, 0), 20));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    private static long tenth(Duration of) {
        return of.toMillis() / 10 + 1;
    }
}
