package io.sarf.payouts.customer;

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

@Entity
@Immutable
class Customer implements Scoped {
    @Id
    private UUID id;

    private UUID application;

    @Enumerated(EnumType.STRING)
    private Environment environment;

    private String appUserId;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Customer() {}

    Customer(UUID id, Scope scope, String appUserId, Instant at) {
        this.id = id;
        this.application = scope.application().value();
        this.environment = scope.environment();
        this.appUserId = appUserId;
        this.createdAt = at;
    }

    @Override
    public Scope scope() {
        return new Scope(new ApplicationId(application), environment);
    }

    UUID id() {
        return id;
    }

    String appUserId() {
        return appUserId;
    }
}
