package io.sarf.payouts.platform;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Identities that come again when a run is repeated, all but the time in them. */
@Alternative
@Singleton
public class SeededIds extends Ids {
    private final Clock clock;
    private final AtomicInteger count = new AtomicInteger();
    private Random random = new Random();

    SeededIds(Clock clock) {
        super(clock);
        this.clock = clock;
    }

    public void seed(long seed) {
        random = new Random(seed);
    }

    @Override
    public UUID next() {
        var time = clock.instant().toEpochMilli() << 16 | 0x7000 | count.getAndIncrement() & 0xFFF;
        return new UUID(time, random.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
    }
}
