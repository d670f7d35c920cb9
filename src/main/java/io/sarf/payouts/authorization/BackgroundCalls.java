package io.sarf.payouts.authorization;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** No queue and no guarantee: if the process dies, the deadline committed before finds the work again. */
@ApplicationScoped
class BackgroundCalls {
    private static final Logger LOG = Logger.getLogger(BackgroundCalls.class);
    private static final int MOST = 32;

    /** If all threads are busy, the caller runs the task itself. */
    private final ExecutorService threads = new ThreadPoolExecutor(
            0, MOST, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), new ThreadPoolExecutor.CallerRunsPolicy());

    void run(Runnable work) {
        threads.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("An answer of a bank could not be recorded; the bank is asked for it later", e);
            }
        });
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }
}
