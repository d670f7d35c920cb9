package io.sarf.payouts.webhook;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One event for one endpoint. The work table alone writes when it is due and who has its lease. */
@Entity
@DynamicUpdate // the body is long and never changes
class WebhookDelivery implements Scoped {
    enum Status {
        PENDING,
        DELIVERED,
        FAILED
    }

    @Id
    private UUID id;

    private UUID endpoint;
    private Scope scope;

    private UUID event;
    private String eventType;

    @Column(columnDefinition = "longtext")
    private String body;

    @Enumerated(EnumType.STRING)
    @Column(length = 10)
    private Status status;

    private Instant createdAt;
    private @Nullable Instant firstAttemptAt;

    @Column(updatable = false)
    private @Nullable Instant dueAt;

    @Column(updatable = false)
    private @Nullable Instant leaseUntil;

    @Column(updatable = false)
    private int attempt;

    @SuppressWarnings("NullAway.Init")
    protected WebhookDelivery() {}

    WebhookDelivery(UUID id, UUID endpoint, Scope scope, UUID event, String eventType, String body, Instant at) {
        this.id = id;
        this.endpoint = endpoint;
        this.scope = scope;
        this.event = event;
        this.eventType = eventType;
        this.body = body;
        this.status = Status.PENDING;
        this.createdAt = at;
        this.dueAt = at;
    }

    /**
     * Takes in how an attempt went.
     *
     * @param at when the attempt began
     * @return when to try again, or null when that was the last attempt
     */
    @Nullable
    Instant tried(DeliveryOutcome outcome, Instant at) {
        if (firstAttemptAt == null) {
            firstAttemptAt = at;
        }
        if (outcome.delivered()) {
            status = Status.DELIVERED;
            return null;
        }
        // An id ends in random bits: reason enough for deliveries not to come back all at once.
        var spread = Math.floorMod(id.getLeastSignificantBits() + attempt, 1_000);
        var next = outcome.gone() ? null : RetrySchedule.next(firstAttemptAt, at, spread, outcome.retryAfter());
        status = next == null ? Status.FAILED : Status.PENDING;
        return next;
    }

    UUID id() {
        return id;
    }

    UUID endpoint() {
        return endpoint;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    UUID event() {
        return event;
    }

    String eventType() {
        return eventType;
    }

    /** The text whose UTF-8 bytes are sent and signed. */
    String body() {
        return body;
    }

    Status status() {
        return status;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant dueAt() {
        return dueAt;
    }

    int attempts() {
        return attempt;
    }
}
