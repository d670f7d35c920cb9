package io.sarf.payouts.platform;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often each of many may do something: each has a bucket of tokens, full at first and filling up evenly, in the
 * memory of this node. A bounded number of buckets is remembered; the one that was idle longest is forgotten first.
 *
 * @param <K> by what they are told apart
 */
public final class Buckets<K> {
    private static final long NANOS = 1_000_000_000L;

    private final long capacity;
    private final Duration fill;
    private final Bandwidth bandwidth;
    private final TimeMeter time;
    // In the order of their use. A cache such as Caffeine may forget a key that came just now, and would let it begin
    // anew.
    private final Map<K, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true);
    private final int remembered;

    /**
     * @param tokens how many a bucket holds
     * @param fill how long an empty one takes to be full
     */
    public Buckets(long tokens, Duration fill, int remembered, Clock clock) {
        this.capacity = tokens;
        this.fill = fill;
        this.bandwidth =
                Bandwidth.builder().capacity(tokens).refillGreedy(tokens, fill).build();
        this.time = new Meter(clock);
        this.remembered = remembered;
    }

    private record Meter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            var now = clock.instant();
            return now.getEpochSecond() * NANOS + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    /** Takes a token. When there is none: how long to wait for the next, in whole seconds. */
    public synchronized Optional<Duration> take(K key) {
        var bucket = buckets.computeIfAbsent(key, unknown -> full());
        if (buckets.size() > remembered) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(seconds(probe.getNanosToWaitForRefill()));
    }

    /** Whether there is a token, without taking it; how long to wait when there is none. */
    public synchronized Optional<Duration> look(K key) {
        var bucket = buckets.get(key);
        if (bucket == null) {
            return Optional.empty();
        }
        var probe = bucket.estimateAbilityToConsume(1);
        return probe.canBeConsumed() ? Optional.empty() : Optional.of(seconds(probe.getNanosToWaitForRefill()));
    }

    /**
     * What is left of a bucket.
     *
     * @param tokens that can be taken at once
     * @param full how long until it is full, in whole seconds; 0 when it is
     */
    public record Level(long tokens, long full) {}

    /** What is left for one of them, without taking it. */
    public synchronized Level level(K key) {
        var bucket = buckets.get(key);
        var left = bucket == null ? capacity : Math.min(capacity, bucket.getAvailableTokens());
        var missing = capacity - left;
        return new Level(left, (missing * fill.toSeconds() + capacity - 1) / capacity);
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(bandwidth)
                .withCustomTimePrecision(time)
                .build();
    }

    /** Rounded up: who comes back when told is let in. */
    private static Duration seconds(long nanos) {
        return Duration.ofSeconds(Math.max(1, (nanos + NANOS - 1) / NANOS));
    }
}
