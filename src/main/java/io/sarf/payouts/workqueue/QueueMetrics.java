package io.sarf.payouts.workqueue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Measures each queue. The database is asked every ten seconds, however often the metrics are read. */
@AcrossApplications("The queues of all applications are measured together")
@Singleton
class QueueMetrics {
    private static final Logger LOG = Logger.getLogger(QueueMetrics.class);

    /** @param oldest milliseconds */
    private record State(long oldest, long parked) {}

    private final List<WorkQueue> queues;
    private final ParkedWork parked;
    private final Clock clock;

    /** Without those whose state is not known. */
    private final Map<WorkQueue.Name, State> states = new ConcurrentHashMap<>();

    QueueMetrics(@All List<WorkQueue> queues, ParkedWork parked, MeterRegistry meters, Clock clock) {
        this.queues = queues;
        this.parked = parked;
        this.clock = clock;
        queues.forEach(queue -> register(queue, meters));
    }

    private void register(WorkQueue queue, MeterRegistry meters) {
        var tags = Tags.of("queue", queue.name().text());
        TimeGauge.builder("sarf.queue.oldest.due", () -> oldest(queue.name()), TimeUnit.MILLISECONDS)
                .description("For how long the work that waits longest has been due, on any node")
                .tags(tags)
                .register(meters);
        Gauge.builder("sarf.queue.parked", () -> parked(queue.name()))
                .description("Work that failed too often and waits for a representative, on any node")
                .tags(tags)
                .register(meters);
        meters.more().counter("sarf.queue.claimed", tags, queue.table().claimed());
    }

    private @Nullable Number oldest(WorkQueue.Name queue) {
        var state = states.get(queue);
        return state == null ? null : state.oldest();
    }

    private @Nullable Number parked(WorkQueue.Name queue) {
        var state = states.get(queue);
        return state == null ? null : state.parked();
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        for (var queue : queues) {
            try {
                states.put(queue.name(), QuarkusTransaction.requiringNew().call(() -> of(queue)));
            } catch (RuntimeException e) {
                LOG.debugf(e, "%s is measured later", queue.name());
                states.remove(queue.name());
            }
        }
    }

    private State of(WorkQueue queue) {
        return new State(queue.oldestDue().map(this::millisSince).orElse(0L), parked.count(queue.name()));
    }

    private long millisSince(Instant due) {
        return Math.max(0, Duration.between(due, clock.instant()).toMillis());
    }
}
