package io.sarf.payouts.platform;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

@Singleton
public class Ids {
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Ids(Clock clock) {
        this.clock = clock;
    }

    /** The lower bound of ids created at this time or later, to find rows by the time in their ids. */
    public static UUID earliest(Instant at) {
        return new UUID(at.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
    }

    /** A UUID of version 7 (RFC 9562): ordered by its millisecond, then 74 random bits. */
    public UUID next() {
        // Not clock.millis(), which divides by zero for a clock that ticks faster than a millisecond.
        var time = clock.instant().toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        var rest = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(time, rest);
    }
}
