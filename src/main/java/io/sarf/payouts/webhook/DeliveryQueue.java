package io.sarf.payouts.webhook;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.PaddedInList;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Events;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.webhook.WebhookEndpoint.SealedSecrets;
import io.sarf.payouts.webhook.WebhookEndpoint.State;
import io.sarf.payouts.work.Background;
import io.sarf.payouts.work.Lease;
import io.sarf.payouts.work.WorkTable;
import io.sarf.payouts.workqueue.WorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates deliveries and claims those that are due. Each method is one short transaction. */
@ApplicationScoped
@Background
class DeliveryQueue implements WorkQueue {
    /** Longer than the ten seconds an attempt may take. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final int EVENTS_AT_ONCE = 200;
    private static final String READER = "webhook";

    /** @param due compared when the outcome is recorded: a resend changes it */
    record ClaimedDelivery(
            Lease lease,
            @Nullable Instant due,
            UUID endpoint,
            Scope scope,
            String url,
            UUID event,
            String body,
            SealedSecrets secrets) {}

    private final EntityManager entities;
    private final WorkTable work;
    private final Endpoints endpoints;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    DeliveryQueue(EntityManager entities, Endpoints endpoints, Events events, Ids ids, Clock clock) {
        this.entities = entities;
        this.work = new WorkTable("webhook_delivery", entities, "endpoint");
        this.endpoints = endpoints;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Name name() {
        return Name.WEBHOOK;
    }

    @Override
    public WorkTable table() {
        return work;
    }

    @Override
    @AcrossApplications
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<About> about(UUID delivery) {
        return Optional.ofNullable(entities.find(WebhookDelivery.class, delivery))
                .map(one -> entities.find(WebhookEndpoint.class, one.endpoint()))
                .map(endpoint -> new About(Chain.of(endpoint.scope()), Endpoints.subject(endpoint)));
    }

    /** Without endpoints that are off: their deliveries wait until somebody switches them on. */
    @Override
    @AcrossApplications
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Instant> oldestDue() {
        return Optional.ofNullable(entities.createQuery(
                        "select min(d.dueAt) from WebhookEndpoint e join WebhookDelivery d on d.endpoint = e.id"
                                + " where e.state = :on and d.dueAt is not null",
                        Instant.class)
                .setParameter("on", State.ON)
                .getSingleResult());
    }

    @AcrossApplications
    List<Scope> unread() {
        return events.unread(READER);
    }

    /** Queues the next events of an environment for its endpoints; false when there were none. */
    @AcrossApplications
    @Transactional
    boolean queueNext(Scope scope) {
        var batch = events.take(scope, READER, EVENTS_AT_ONCE);
        var receivers = batch.isEmpty() ? List.<WebhookEndpoint>of() : endpoints.on(scope);
        var now = clock.instant();
        for (var event : batch) {
            for (var endpoint : receivers) {
                if (endpoint.wants(event.type())) {
                    entities.persist(new WebhookDelivery(
                            ids.next(), endpoint.id(), scope, event.id(), event.type(), event.envelope(), now));
                }
            }
        }
        return !batch.isEmpty();
    }

    /** In random order, so that no endpoint is always last. */
    @AcrossApplications
    @Transactional
    List<UUID> due() {
        return entities.createQuery(
                        "select e.id from WebhookEndpoint e where e.state = :on and exists"
                                + " (select 1 from WebhookDelivery d where d.endpoint = e.id and d.dueAt <= :now"
                                + " and (d.leaseUntil is null or d.leaseUntil < :now)) order by rand()",
                        UUID.class)
                .setParameter("on", State.ON)
                .setParameter("now", clock.instant())
                .setMaxResults(1_000)
                .getResultList();
    }

    @AcrossApplications
    @Transactional
    List<Lease> claim(UUID endpoint, int limit) {
        var on = entities.createQuery("select 1 from WebhookEndpoint where id = :id and state = :on", Integer.class)
                .setParameter("id", endpoint)
                .setParameter("on", State.ON)
                .getResultList();
        if (on.isEmpty()) {
            return List.of();
        }
        // Each claim has its own owner, so an expired claim cannot be mistaken for the next one.
        return work.claim(List.of(Map.of("endpoint", endpoint)), limit, ids.next(), clock.instant(), LEASE);
    }

    /** What to send; without deliveries of an endpoint that was switched off since. */
    @AcrossApplications
    @Transactional
    List<ClaimedDelivery> read(List<Lease> leases) {
        PaddedInList.find(
                entities,
                WebhookDelivery.class,
                leases.stream().map(Lease::work).toList());
        var claimed = new ArrayList<ClaimedDelivery>();
        for (var lease : leases) {
            // Found by the query above; those of one endpoint read it once.
            var delivery = entities.find(WebhookDelivery.class, lease.work());
            var endpoint = entities.find(WebhookEndpoint.class, delivery.endpoint());
            if (endpoint.state() == State.ON) {
                claimed.add(claimed(lease, delivery, endpoint));
            } else {
                work.release(lease, delivery.dueAt());
            }
        }
        return claimed;
    }

    private ClaimedDelivery claimed(Lease lease, WebhookDelivery delivery, WebhookEndpoint endpoint) {
        return new ClaimedDelivery(
                lease,
                delivery.dueAt(),
                endpoint.id(),
                endpoint.scope(),
                endpoint.url(),
                delivery.event(),
                delivery.body(),
                endpoint.secrets(clock.instant()));
    }
}
