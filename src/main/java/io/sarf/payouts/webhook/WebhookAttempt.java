package io.sarf.payouts.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@IdClass(WebhookAttempt.Key.class)
class WebhookAttempt {
    record Key(UUID delivery, int number) implements Serializable {}

    @Id
    private UUID delivery;

    @Id
    private int number;

    private Instant attemptedAt;
    private int durationMs;
    private @Nullable Integer status;

    @Enumerated(EnumType.STRING)
    @Column(length = 20)
    private DeliveryOutcome.@Nullable Failure error;

    @Column(columnDefinition = "text")
    private String requestHeaders;

    @Column(columnDefinition = "text")
    private String responseHeaders;

    @Column(columnDefinition = "text")
    private String response;

    @SuppressWarnings("NullAway.Init")
    protected WebhookAttempt() {}

    WebhookAttempt(UUID delivery, int number, Instant at, String requestHeaders, DeliveryOutcome outcome) {
        this.delivery = delivery;
        this.number = number;
        this.attemptedAt = at;
        this.durationMs = Math.toIntExact(outcome.took().toMillis());
        this.status = outcome.status();
        this.error = outcome.failure();
        this.requestHeaders = requestHeaders;
        this.responseHeaders = outcome.headers();
        this.response = outcome.body();
    }

    int number() {
        return number;
    }

    Instant attemptedAt() {
        return attemptedAt;
    }

    int durationMs() {
        return durationMs;
    }

    /** The HTTP status, or null when there was no answer; then {@link #error} says why. */
    @Nullable
    Integer status() {
        return status;
    }

    DeliveryOutcome.@Nullable Failure error() {
        return error;
    }

    String requestHeaders() {
        return requestHeaders;
    }

    String responseHeaders() {
        return responseHeaders;
    }

    String response() {
        return response;
    }
}
