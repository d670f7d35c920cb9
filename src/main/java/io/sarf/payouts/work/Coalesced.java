package io.sarf.payouts.work;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Merges frequent requests for the same work into runs on one thread at a time. A request during a run causes one more
 * run, so every change committed before a request is seen.
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

    /** If another thread runs it, that thread runs it once more. */
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
