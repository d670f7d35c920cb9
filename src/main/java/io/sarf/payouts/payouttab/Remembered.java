package io.sarf.payouts.payouttab;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Figures that are computed anew when something has changed. Those that take long are used for a while all the same, so
 * that at most a twentieth of a busy company's time goes to them.
 */
final class Remembered<K, V> {
    /** Figures that take less are never out of date. */
    private static final Duration LONG = Duration.ofMillis(200);

    private static final int SHARE = 20;

    /** A version may miss a change, where the clocks of two nodes differ. */
    private static final Duration OLDEST = Duration.ofSeconds(30);

    private static final int MOST = 500;

    private record Figures<V>(Object version, V value, Instant at, Duration took) {
        boolean serve(Object now, Instant time) {
            var age = Duration.between(at, time);
            return age.compareTo(OLDEST) < 0
                    && (version.equals(now)
                            || (took.compareTo(LONG) >= 0 && age.compareTo(took.multipliedBy(SHARE)) < 0));
        }
    }

    private final Clock clock;
    private final Map<K, Figures<V>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Figures<V>> eldest) {
            return size() > MOST;
        }
    };

    Remembered(Clock clock) {
        this.clock = clock;
    }

    /** @param version of what the figures are computed from, read before them */
    V get(K key, Object version, Supplier<V> compute) {
        var begun = clock.instant();
        var before = known(key);
        if (before != null && before.serve(version, begun)) {
            return before.value();
        }
        var value = Objects.requireNonNull(compute.get());
        var figures = new Figures<>(version, value, begun, Duration.between(begun, clock.instant()));
        synchronized (known) {
            known.put(key, figures);
        }
        return value;
    }

    private @Nullable Figures<V> known(K key) {
        synchronized (known) {
            return known.get(key);
        }
    }
}
