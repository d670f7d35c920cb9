package io.sarf.payouts.ondemand;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A set of payouts that was released together. */
@Entity
@Immutable
class OnDemandAuthorization implements Scoped {
    @Id
    private UUID id;

    private Scope scope;

    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected OnDemandAuthorization() {}

    OnDemandAuthorization(UUID id, Scope scope, Instant createdAt) {
        this.id = id;
        this.scope = scope;
        this.createdAt = createdAt;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    UUID id() {
        return id;
    }
}
