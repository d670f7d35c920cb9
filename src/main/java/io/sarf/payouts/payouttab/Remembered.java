package io.sarf.payouts.payouttab;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Caches figures until their data changes. Slow figures are reused for longer, so that computing them takes at most a
 * twentieth of the time, however many readers there are.
 */
final class Remembered<K, V> {
    /** Figures that take less are not used after a change. */
    private static final Duration LONG = Duration.ofMillis(200);

    private static final int SHARE = 20;

    /** A change may be committed later than others with a later time, on this node or on one whose clock differs. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    /** In case a change took longer than that. */
    private static final Duration OLDEST = Duration.ofSeconds(30);

    private static final int MOST = 500;

    /** @param at when they were there */
    private record Figures<V>(Optional<Instant> changedAt, boolean settled, V value, Instant at, Duration took) {
        boolean serve(Optional<Instant> lastChange, Instant now) {
            var age = Duration.between(at, now);
            return (settled && changedAt.equals(lastChange) && age.compareTo(OLDEST) < 0)
                    || (took.compareTo(LONG) >= 0 && age.compareTo(took.multipliedBy(SHARE)) < 0);
        }
    }

    /** One computes, and the others wait for it. */
    private static final class Slot<V> {
        private @Nullable Figures<V> figures;
    }

    private final Clock clock;
    private final Map<K, Slot<V>> slots = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Slot<V>> eldest) {
            return size() > MOST;
        }
    };

    Remembered(Clock clock) {
        this.clock = clock;
    }

    /** @param changedAt when what the figures are computed from changed last, read before them; empty if it never did */
    V get(K key, Optional<Instant> changedAt, Supplier<V> compute) {
        var slot = slot(key);
        synchronized (slot) {
            var begun = clock.instant();
            var before = slot.figures;
            if (before != null && before.serve(changedAt, begun)) {
                return before.value();
            }
            var value = Objects.requireNonNull(compute.get());
            var settled = changedAt.map(at -> at.isBefore(begun.minus(SETTLED))).orElse(true);
            var now = clock.instant();
            slot.figures = new Figures<>(changedAt, settled, value, now, Duration.between(begun, now));
            return value;
        }
    }

    private Slot<V> slot(K key) {
        synchronized (slots) {
            return slots.computeIfAbsent(key, any -> new Slot<>());
        }
    }
}
