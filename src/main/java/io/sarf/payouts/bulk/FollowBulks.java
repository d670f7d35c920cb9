package io.sarf.payouts.bulk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.api.ApiJson;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Events;
import io.sarf.payouts.journal.Sealer;
import io.sarf.payouts.work.Coalesced;
import io.sarf.payouts.work.Lease;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Reads events afterwards, so that ten thousand payouts that change at once do not wait for the lock of one row. */
@AcrossApplications("Bulk payments of all applications are updated from their payouts")
@ApplicationScoped
class FollowBulks {
    private static final Logger LOG = Logger.getLogger(FollowBulks.class);
    private static final String READER = "bulk";
    private static final int AT_ONCE = 500;

    /** Counting ten thousand payouts takes 40 ms, and they change many times a second. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Events events;
    private final PayoutsOfBulk payouts;
    private final BulkPayments bulks;
    private final Coalesced following = new Coalesced(this::run, PAUSE);

    FollowBulks(Events events, PayoutsOfBulk payouts, BulkPayments bulks) {
        this.events = events;
        this.payouts = payouts;
        this.bulks = bulks;
    }

    void sealed(@ObservesAsync Sealer.EventsSealed event) {
        following.run();
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        following.run();
    }

    void run() {
        for (var scope : events.unread(READER)) {
            try {
                while (QuarkusTransaction.requiringNew().call(() -> next(scope))) {
                    LOG.debugf("More events of %s", scope);
                }
            } catch (RuntimeException e) {
                // The position among the events has not moved, so the next round reads the same ones.
                LOG.warnf(e, "Bulk payments of %s are looked at later", scope);
            }
        }
        for (var due = bulks.claim(); !due.isEmpty(); due = bulks.claim()) {
            due.forEach(this::update);
        }
    }

    private void update(Lease lease) {
        try {
            bulks.update(lease);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Bulk payment %s is given up; it becomes due again when its lease ends", lease.work());
            bulks.table().failed(lease, e);
        }
    }

    private boolean next(Scope scope) {
        var batch = events.take(scope, READER, AT_ONCE);
        var moved = batch.stream()
                .filter(event -> event.type().startsWith("payment."))
                .flatMap(event -> payout(event.envelope()).stream())
                .toList();
        if (!moved.isEmpty()) {
            bulks.changed(scope, payouts.bulks(scope, moved));
        }
        return !batch.isEmpty();
    }

    /** Events without a payout are skipped, so that they do not block the others. */
    private static Optional<UUID> payout(String envelope) {
        var intent = ApiJson.tree(envelope).path("payload").path("intent_id");
        return intent.isTextual() ? Optional.of(UUID.fromString(intent.asText())) : Optional.empty();
    }
}
