package io.sarf.payouts.platform;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** New identities. */
@Singleton
public class Ids {
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Ids(Clock clock) {
        this.clock = clock;
    }

    /** What an id of this moment or a later one is not smaller than: for looking up rows by the time in their ids. */
    public static UUID earliest(Instant at) {
        return new UUID(at.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
    }

    /** A UUID of version 7 (RFC 9562): ordered by its millisecond, then 74 random bits. */
    public UUID next() {
        // Not clock.millis(): a clock that ticks in less than a millisecond divides by zero there.
        var time = clock.instant().toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        var rest = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(time, rest);
    }
}
