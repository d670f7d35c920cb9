package io.sarf.payouts.client;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Failed attempts at a client's secret, per client and address, so that nobody keeps trying. In the memory of each node:
 * a secret has 256 random bits, so guessing is a nuisance rather than a danger, and forgetting at a restart is harmless.
 */
@Singleton
class Guesses {
    private static final int ALLOWED = 10;
    private static final int REMEMBERED = 10_000;
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private record Failures(int count, Instant until) {}

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    Guesses(Clock clock) {
        this.clock = clock;
    }

    /** @throws TokenFault when there were too many in the last minutes */
    synchronized void check(String client, String address) {
        var recent = recent(client + ' ' + address);
        if (recent != null && recent.count() >= ALLOWED) {
            throw TokenFault.tooManyGuesses(
                    Duration.between(clock.instant(), recent.until()).plusSeconds(1));
        }
    }

    synchronized void failed(String client, String address) {
        var key = client + ' ' + address;
        var recent = recent(key);
        failures.put(
                key,
                recent == null
                        ? new Failures(1, clock.instant().plus(WINDOW))
                        : new Failures(recent.count() + 1, recent.until()));
    }

    private @Nullable Failures recent(String key) {
        var known = failures.get(key);
        return known == null || clock.instant().isAfter(known.until()) ? null : known;
    }
}
