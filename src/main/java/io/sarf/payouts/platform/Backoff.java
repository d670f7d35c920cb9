package io.sarf.payouts.platform;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before trying again: doubles from {@code first} up to {@code longest}, a tenth of it by chance. */
public record Backoff(Duration first, Duration longest) {
    /** @param attempt 1 for the first */
    public Duration after(int attempt) {
        var doubled = first.multipliedBy(1L << Math.min(Math.max(attempt - 1, 0), 20));
        var bounded = doubled.compareTo(longest) < 0 ? doubled : longest;
        return bounded.plusMillis(ThreadLocalRandom.current().nextLong(bounded.toMillis() / 10 + 1));
    }
}
