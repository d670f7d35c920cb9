package io.sarf.payouts.requestlog;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Buffers calls for one writer. Callers never wait: if the buffer is full, the call is dropped and counted. */
@AcrossApplications("Calls of all applications are written together")
@Singleton
class CallLog {
    static final int ROOM = 4_096;

    private static final int AT_ONCE = 500;
    private static final Logger LOG = Logger.getLogger(CallLog.class);

    private final LoggedCalls calls;
    private final AtomicLong dropped = new AtomicLong();
    private final BlockingQueue<ReceivedCall> received = new ArrayBlockingQueue<>(ROOM);

    /** Redacted, and possibly not yet written. */
    private final List<LoggedCall> batch = new ArrayList<>();

    private long droppedBefore;

    CallLog(LoggedCalls calls, MeterRegistry meters) {
        this.calls = calls;
        meters.gauge("sarf.request.log.dropped", dropped);
    }

    void add(ReceivedCall call) {
        if (!received.offer(call)) {
            dropped.incrementAndGet();
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        try {
            write();
        } catch (RuntimeException e) {
            LOG.debugf(e, "%d calls wait for the request log", received.size() + batch.size());
        }
    }

    void stop(@Observes ShutdownEvent ending) {
        poll();
    }

    /** Writes the buffered calls. A failed batch is retried at the next run. */
    synchronized void write() {
        warn();
        while (fill()) {
            calls.add(List.copyOf(batch));
            batch.clear();
        }
    }

    private boolean fill() {
        for (var next = next(); next != null; next = next()) {
            batch.add(next.redacted());
        }
        return !batch.isEmpty();
    }

    private @Nullable ReceivedCall next() {
        return batch.size() < AT_ONCE ? received.poll() : null;
    }

    private void warn() {
        var now = dropped.get();
        if (now > droppedBefore) {
            LOG.warnf("%d calls did not fit into the request log and are not in it", now - droppedBefore);
            droppedBefore = now;
        }
    }
}
