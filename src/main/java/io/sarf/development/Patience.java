package io.sarf.development;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A limit for waiting: over when there was no progress for a while, and at the latest after the longest time. Progress is
 * any change that the caller observes: the size of a log, processor time, a row.
 *
 * <p>A busy machine does not end a wait: the time between two looks counts as {@link #STEP} at most, so that time in which
 * the waiting thread did not run does not count.
 */
public final class Patience {
    /** What one look counts at most. */
    public static final Duration STEP = Duration.ofMillis(250);

    private final Duration still;
    private final Duration longest;
    private final LongSupplier nanos;
    private final long begun;
    private long looked;
    private Duration stood = Duration.ZERO;
    private @Nullable Object seen;

    /**
     * @param still how long nothing may move
     * @param longest how long to wait although something moves, by the clock
     */
    public Patience(Duration still, Duration longest) {
        this(still, longest, System::nanoTime);
    }

    Patience(Duration still, Duration longest, LongSupplier nanos) {
        this.still = still;
        this.longest = longest;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
        this.looked = begun;
    }

    /**
     * Call it at each look.
     *
     * @param progress what can be seen; when it differs from what was seen at the look before, something has moved
     */
    public boolean isOver(Object progress) {
        var now = nanos.getAsLong();
        var passed = Duration.ofNanos(now - looked);
        looked = now;
        if (progress.equals(seen)) {
            stood = stood.plus(passed.compareTo(STEP) < 0 ? passed : STEP);
        } else {
            seen = progress;
            stood = Duration.ZERO;
        }
        return stood.compareTo(still) > 0 || waited().compareTo(longest) > 0;
    }

    /** Words for an error. */
    public String reason() {
        return "after " + waited().toSeconds() + " s, the last " + stood.toSeconds()
                + " s of them without any progress";
    }

    private Duration waited() {
        return Duration.ofNanos(looked - begun);
    }
}
