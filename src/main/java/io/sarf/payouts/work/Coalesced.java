package io.sarf.payouts.work;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work that is asked for often and done by one thread at a time. Asked for while it runs, it runs once more afterwards, however
 * often that was: what was committed before it was asked for is always seen.
 */
public final class Coalesced {
    private final Runnable work;
    private final AtomicInteger asked = new AtomicInteger();

    public Coalesced(Runnable work) {
        this.work = work;
    }

    /** Does it soon, on another thread. */
    public void nudge(Executor workers) {
        workers.execute(this::run);
    }

    /** Does it on this thread, unless another one is at it: that one does it once more. */
    public void run() {
        if (asked.getAndIncrement() > 0) {
            return;
        }
        var seen = 1;
        while (seen > 0) {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                // Whoever asked meanwhile asked in vain, as this one did; what polls asks again.
                asked.set(0);
                throw e;
            }
            seen = asked.addAndGet(-seen);
        }
    }
}
