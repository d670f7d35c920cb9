package io.sarf.payouts.platform;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Token buckets by key, in the memory of this node. Their number is bounded; the longest idle one is removed first. */
public final class Buckets<K> {
    private static final long NANOS = 1_000_000_000L;

    private final long capacity;
    private final Duration fill;
    private final Bandwidth bandwidth;
    private final TimeMeter time;
    // In the order of use. A cache such as Caffeine may evict a key just after it was added; its bucket would be full.
    private final Map<K, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true);
    private final int remembered;

    /** @param fill time to fill an empty bucket */
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

    /** Takes a token; if there is none, returns the time to the next one in whole seconds. */
    public synchronized Optional<Duration> take(K key) {
        var bucket = buckets.computeIfAbsent(key, unknown -> full());
        if (buckets.size() > remembered) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(seconds(probe.getNanosToWaitForRefill()));
    }

    public synchronized void giveBack(K key) {
        var bucket = buckets.get(key);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    public synchronized Optional<Duration> look(K key) {
        var bucket = buckets.get(key);
        if (bucket == null) {
            return Optional.empty();
        }
        var probe = bucket.estimateAbilityToConsume(1);
        return probe.canBeConsumed() ? Optional.empty() : Optional.of(seconds(probe.getNanosToWaitForRefill()));
    }

    /** @param full seconds until the bucket is full; 0 if it is */
    public record Level(long tokens, long full) {}

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

    /** Rounds up, so that a retry after the reported time succeeds. */
    private static Duration seconds(long nanos) {
        return Duration.ofSeconds(Math.max(1, (nanos + NANOS - 1) / NANOS));
    }
}
