package io.sarf.payouts.workqueue;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** Parks what failed too often. Several nodes may run it: one of them parks a row. */
@AcrossApplications("Work of all applications is parked by one rule")
@ApplicationScoped
class ParkWork {
    private static final Logger LOG = Logger.getLogger(ParkWork.class);
    private static final int AT_ONCE = 100;

    private final List<WorkQueue> queues;
    private final ParkedWork parked;
    private final Clock clock;

    ParkWork(@All List<WorkQueue> queues, ParkedWork parked, Clock clock) {
        this.queues = queues;
        this.parked = parked;
        this.clock = clock;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        queues.forEach(this::park);
    }

    private void park(WorkQueue queue) {
        try {
            QuarkusTransaction.requiringNew()
                    .call(() -> queue.table().faulty(AT_ONCE, clock.instant()))
                    .forEach(row -> parked.park(queue, row));
            parked.forgetResumed(queue);
        } catch (RuntimeException e) {
            LOG.warnf(e, "Failing work of %s is parked later", queue.name().text());
        }
    }
}
