package io.sarf.payouts.webhook;

import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.journal.Sealer;
import io.sarf.payouts.work.Coalesced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import org.jboss.logging.Logger;

/** Creates the deliveries of an event as soon as it has its sequence number. */
@AcrossApplications("Webhooks are sent for the events of all applications")
@ApplicationScoped
class FanOut {
    private static final Logger LOG = Logger.getLogger(FanOut.class);

    private final DeliveryQueue queue;
    private final Sender sender;
    private final Coalesced fanOut = new Coalesced(this::fanOut);

    FanOut(DeliveryQueue queue, Sender sender) {
        this.queue = queue;
        this.sender = sender;
    }

    void sealed(@ObservesAsync Sealer.EventsSealed event) {
        fanOut.run();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        fanOut.run();
    }

    private void fanOut() {
        var any = false;
        for (var scope : queue.unread()) {
            try {
                while (queue.queueNext(scope)) {
                    any = true;
                }
            } catch (RuntimeException e) {
                // The transaction rolled back with the reader's cursor, so the next run takes the same events.
                LOG.warnf(e, "Events of %s are queued later", scope);
            }
        }
        if (any) {
            sender.nudge();
        }
    }
}
