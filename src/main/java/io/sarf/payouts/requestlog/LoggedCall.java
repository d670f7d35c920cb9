package io.sarf.payouts.requestlog;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "api_request")
class LoggedCall implements Scoped {
    /** @param status null if the client did not wait for the answer */
    record Facts(
            Instant at,
            String method,
            String path,
            @Nullable Integer status,
            @Nullable String code,
            int durationMs,
            String correlation) {}

    record Bodies(@Nullable String request, @Nullable String response) {}

    @Id
    private UUID id;

    private Scope scope;

    private Instant calledAt;
    private String method;
    private String path;
    private @Nullable Integer status;

    /** The first digit of the status; the database computes it. */
    @Column(insertable = false, updatable = false)
    private @Nullable Integer statusClass;

    private @Nullable String code;
    private int durationMs;
    private String correlation;
    private @Nullable String requestBody;
    private @Nullable String responseBody;

    @SuppressWarnings("NullAway.Init")
    protected LoggedCall() {}

    LoggedCall(UUID id, Scope scope, Facts facts, Bodies bodies) {
        this.id = id;
        this.scope = scope;
        this.calledAt = facts.at();
        this.method = facts.method();
        this.path = facts.path();
        this.status = facts.status();
        this.code = facts.code();
        this.durationMs = facts.durationMs();
        this.correlation = facts.correlation();
        this.requestBody = bodies.request();
        this.responseBody = bodies.response();
    }

    UUID id() {
        return id;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    Facts facts() {
        return new Facts(calledAt, method, path, status, code, durationMs, correlation);
    }

    Bodies bodies() {
        return new Bodies(requestBody, responseBody);
    }
}
