package io.sarf.payouts.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.PaddedInList;
import io.sarf.payouts.webhook.DeliveryQueue.ClaimedDelivery;
import io.sarf.payouts.webhook.WebhookEndpoint.State;
import io.sarf.payouts.work.Batches;
import io.sarf.payouts.work.Lease;
import io.sarf.payouts.work.Locking;
import io.sarf.payouts.work.WorkTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Records how attempts went. Those that end during a transaction share the next one. */
@ApplicationScoped
class DeliveryOutcomes implements Batches.Work<DeliveryOutcomes.Attempt, Boolean> {
    /** @param at when the attempt began */
    record Attempt(ClaimedDelivery delivery, Instant at, String headers, DeliveryOutcome outcome)
            implements Batches.Call {
        @Override
        public Object owner() {
            return delivery.endpoint();
        }

        Lease lease() {
            return delivery.lease();
        }
    }

    /** An endpoint that fails for this long without a success is switched off. */
    static final Duration PATIENCE = Duration.ofDays(5);

    /** Attempts at a failing endpoint are closer together; after a longer gap the failing time starts again. */
    private static final Duration SILENCE = Duration.ofDays(1);

    private final EntityManager entities;
    private final Endpoints endpoints;
    private final WorkTable work;

    DeliveryOutcomes(EntityManager entities, Endpoints endpoints, DeliveryQueue queue) {
        this.entities = entities;
        this.endpoints = endpoints;
        this.work = queue.table();
    }

    /** False for an attempt whose lease has been lost: nothing is recorded of it. */
    @Override
    @AcrossApplications
    @Transactional
    public List<Batches.Outcome<Boolean>> run(List<Attempt> attempts) {
        var owned = Set.copyOf(work.owned(attempts.stream().map(Attempt::lease).toList(), Locking.WAIT)
                .due());
        var valid = attempts.stream().filter(one -> owned.contains(one.lease())).toList();
        var deliveries = deliveries(valid);
        var releases = new ArrayList<WorkTable.Release>();
        for (var one : valid) {
            entities.persist(new WebhookAttempt(
                    one.lease().work(), one.lease().attempt(), one.at(), one.headers(), one.outcome()));
            var delivery = Objects.requireNonNull(deliveries.get(one.lease().work()));
            // A resend was requested after the claim: this attempt is recorded, and the delivery stays due for the
            // resend.
            var resent = !Objects.equals(delivery.dueAt(), one.delivery().due());
            var next = resent ? delivery.dueAt() : delivery.tried(one.outcome(), one.at());
            releases.add(new WorkTable.Release(one.lease(), next, false));
        }
        work.release(releases);
        valid.stream()
                // In one order on all nodes: the endpoints' rows are locked.
                .collect(Collectors.groupingBy(one -> one.delivery().endpoint(), TreeMap::new, Collectors.toList()))
                .forEach(this::seen);
        return attempts.stream()
                .map(one -> Batches.Outcome.of(owned.contains(one.lease())))
                .toList();
    }

    private Map<UUID, WebhookDelivery> deliveries(List<Attempt> attempts) {
        return PaddedInList.find(
                        entities,
                        WebhookDelivery.class,
                        attempts.stream().map(one -> one.lease().work()).toList())
                .stream()
                .collect(Collectors.toMap(WebhookDelivery::id, one -> one));
    }

    /** Recording ends the lease. */
    @Override
    @AcrossApplications
    public boolean committed(Attempt one) {
        return QuarkusTransaction.requiringNew().call(() -> !work.owns(one.lease()));
    }

    /** An endpoint that took one of these works. */
    @AcrossApplications
    private void seen(UUID endpoint, List<Attempt> attempts) {
        if (attempts.stream().anyMatch(one -> one.outcome().delivered())) {
            works(endpoint);
        } else {
            fails(endpoint, attempts.get(attempts.size() - 1).at());
        }
        if (attempts.stream().anyMatch(one -> one.outcome().gone())) {
            endpoints.switchOff(endpoint, State.OFF_GONE);
        }
    }

    private void works(UUID endpoint) {
        entities.createNativeQuery("UPDATE webhook_endpoint SET failing_since = NULL, failed_at = NULL"
                        + " WHERE id = :id AND failing_since IS NOT NULL")
                .setParameter("id", endpoint)
                .executeUpdate();
    }

    @AcrossApplications
    private void fails(UUID endpoint, Instant at) {
        entities.createNativeQuery("UPDATE webhook_endpoint SET failing_since ="
                        + " IF(failing_since IS NULL OR failed_at < :silent, :at, failing_since), failed_at = :at"
                        + " WHERE id = :id")
                .setParameter("silent", at.minus(SILENCE))
                .setParameter("at", at)
                .setParameter("id", endpoint)
                .executeUpdate();
        var failing = entities.createQuery(
                        "select 1 from WebhookEndpoint where id = :id and failingSince <= :limit", Integer.class)
                .setParameter("id", endpoint)
                .setParameter("limit", at.minus(PATIENCE))
                .getResultList();
        if (!failing.isEmpty()) {
            endpoints.switchOff(endpoint, State.OFF_FAILING);
        }
    }
}
