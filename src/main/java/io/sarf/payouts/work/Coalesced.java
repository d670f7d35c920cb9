package io.sarf.payouts.work;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs work on one thread at a time. Requests during a run, or the pause after it, cause one more, so each sees what was
 * committed before it.
 */
public final class Coalesced {
    private final Runnable work;
    private final Duration pause;
    private final AtomicInteger asked = new AtomicInteger();

    public Coalesced(Runnable work) {
        this(work, Duration.ZERO);
    }

    /** @param pause after each run, so that many requests need few runs; the first one waits for nothing */
    public Coalesced(Runnable work, Duration pause) {
        this.work = work;
        this.pause = pause;
    }

    public void nudge(Executor workers) {
        workers.execute(this::run);
    }

    public void run() {
        if (asked.getAndIncrement() > 0) {
            return;
        }
        var seen = 1;
        while (seen > 0) {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                // Concurrent requests are lost with this one; the poll repeats them.
                asked.set(0);
                throw e;
            }
            LockSupport.parkNanos(pause.toNanos());
            seen = asked.addAndGet(-seen);
        }
    }
}
