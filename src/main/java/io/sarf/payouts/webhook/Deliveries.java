package io.sarf.payouts.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.panache.common.Sort;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.webhook.WebhookDelivery.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Deliveries {
    static final int RESEND_MOST = 10_000;

    @ApplicationScoped
    static class Rows implements ScopedRows<WebhookDelivery> {}

    private final Rows rows;
    private final EntityManager entities;
    private final ObjectMapper json;
    private final Ids ids;
    private final Clock clock;

    Deliveries(Rows rows, EntityManager entities, ObjectMapper json, Ids ids, Clock clock) {
        this.rows = rows;
        this.entities = entities;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    WebhookDelivery require(Scope scope, UUID endpoint, UUID id) {
        return rows.within(scope, "id = ?1 and endpoint = ?2", id, endpoint)
                .firstResultOptional()
                .orElseThrow(() -> new Missing("delivery"));
    }

    /** @param before only older deliveries than this; null for the newest */
    List<WebhookDelivery> newest(
            Scope scope, UUID endpoint, @Nullable Status status, @Nullable UUID before, int limit) {
        return rows.within(
                        scope,
                        Sort.descending("id"),
                        "endpoint = :endpoint"
                                + (status == null ? "" : " and status = :status")
                                + (before == null ? "" : " and id < :before"),
                        parameters(endpoint, status, before))
                .page(0, limit)
                .list();
    }

    private static Map<String, Object> parameters(UUID endpoint, @Nullable Status status, @Nullable UUID before) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("endpoint", endpoint);
        if (status != null) {
            parameters.put("status", status);
        }
        if (before != null) {
            parameters.put("before", before);
        }
        return parameters;
    }

    List<WebhookAttempt> attempts(Scope scope, WebhookDelivery delivery) {
        return entities.createQuery(
                        "from WebhookAttempt where delivery = :delivery order by number", WebhookAttempt.class)
                .setParameter("delivery", delivery.id())
                .setMaxResults(500)
                .getResultList();
    }

    /** @param event chosen when the form is shown, so that the same form sent twice makes one delivery */
    @Transactional
    UUID test(Scope scope, UUID endpoint, UUID event) {
        var earlier = rows.within(scope, "endpoint = ?1 and event = ?2", endpoint, event)
                .firstResult();
        if (earlier != null) {
            return earlier.id();
        }
        var now = clock.instant();
        var delivery = new WebhookDelivery(
                ids.next(), endpoint, scope, event, EventTypes.TEST, test(endpoint, event, now), now);
        rows.persist(delivery);
        return delivery.id();
    }

    private String test(UUID endpoint, UUID event, Instant at) {
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("payload", Map.of("id", endpoint));
        envelope.put("type", EventTypes.TEST);
        envelope.put("message", "A test of your webhook endpoint.");
        envelope.put("timestamp", at.toString());
        envelope.put("event_id", event);
        try {
            return json.writeValueAsString(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An envelope is always JSON", e);
        }
    }

    /** The status does not matter; the retry schedule starts again. */
    @Transactional
    void resend(Scope scope, UUID endpoint, UUID id) {
        var delivery = require(scope, endpoint, id);
        entities.createNativeQuery("UPDATE webhook_delivery"
                        + " SET status = 'PENDING', first_attempt_at = NULL, due_at = :now, faults = 0 WHERE id = :id")
                .setParameter("now", clock.instant())
                .setParameter("id", delivery.id())
                .executeUpdate();
    }

    /** Sends the deliveries since then again, oldest first; returns how many, at most {@link #RESEND_MOST}. */
    @Transactional
    int resendSince(Scope scope, UUID endpoint, Instant since, boolean failedOnly) {
        return entities.createNativeQuery("UPDATE webhook_delivery"
                        + " SET status = 'PENDING', first_attempt_at = NULL, due_at = :now, faults = 0"
                        + " WHERE endpoint = :endpoint AND application = :application AND environment = :environment"
                        + " AND created_at >= :since" + (failedOnly ? " AND status = 'FAILED'" : "")
                        + " ORDER BY id LIMIT " + RESEND_MOST)
                .setParameter("now", clock.instant())
                .setParameter("endpoint", endpoint)
                .setParameter("application", scope.application().value())
                .setParameter("environment", scope.environment().name())
                .setParameter("since", since)
                .executeUpdate();
    }
}
