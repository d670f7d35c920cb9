package io.sarf.payouts.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Endpoints and deliveries of a test, and what became of them. */
@ApplicationScoped
class Webhooks {

    /** @param secret as it was shown */
    record Known(Scope scope, UUID id, String secret) {}

    private final Applications applications;
    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final EntityManager entities;
    private final Ids ids;
    private final Clock clock;

    Webhooks(
            Applications applications,
            Endpoints endpoints,
            Deliveries deliveries,
            EntityManager entities,
            Ids ids,
            Clock clock) {
        this.applications = applications;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.entities = entities;
        this.ids = ids;
        this.clock = clock;
    }

    /** A company of its own; endpoints that others have left are switched off. */
    Scope company() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("UPDATE webhook_endpoint SET state = 'OFF_BY_MEMBER'")
                        .executeUpdate());
        return new Scope(applications.add("Acme Trading", clock.instant()).id(), Environment.SANDBOX);
    }

    Known endpoint(Scope scope, String url) {
        var id = ids.next();
        var secret = endpoints.add(scope, id, new Endpoints.Settings(url, "", Set.of()), Actor.SYSTEM);
        return new Known(scope, id, secret.orElseThrow());
    }

    /** Something to send, due now; answers the delivery. */
    UUID send(Known endpoint) {
        return deliveries.test(endpoint.scope(), endpoint.id(), ids.next());
    }

    void sendAgain(Known endpoint, UUID delivery) {
        deliveries.resend(endpoint.scope(), endpoint.id(), delivery);
    }

    WebhookDelivery delivery(Known endpoint, UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> deliveries.require(endpoint.scope(), endpoint.id(), id));
    }

    List<WebhookAttempt> attempts(Known endpoint, UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        deliveries.attempts(endpoint.scope(), deliveries.require(endpoint.scope(), endpoint.id(), id)));
    }

    WebhookEndpoint.State state(Known endpoint) {
        return QuarkusTransaction.requiringNew()
                .call(() -> endpoints.require(endpoint.scope(), endpoint.id()).state());
    }
}
