package io.sarf.payouts.ondemand;

import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

    private UUID application;

    @Enumerated(EnumType.STRING)
    private Environment environment;

    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected OnDemandAuthorization() {}

    OnDemandAuthorization(UUID id, Scope scope, Instant createdAt) {
        this.id = id;
        this.application = scope.application().value();
        this.environment = scope.environment();
        this.createdAt = createdAt;
    }

    @Override
    public Scope scope() {
        return new Scope(new ApplicationId(application), environment);
    }

    UUID id() {
        return id;
    }
}
