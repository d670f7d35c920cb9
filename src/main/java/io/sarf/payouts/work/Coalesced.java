package io.sarf.payouts.work;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs work on one thread at a time. Requests during a run cause one more, so each sees what was committed before it.
 */
public final class Coalesced {
    private final Runnable work;
    private final AtomicInteger asked = new AtomicInteger();

    public Coalesced(Runnable work) {
        this.work = work;
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
            seen = asked.addAndGet(-seen);
        }
    }
}
