package io.sarf.payouts.customer;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
class Customer implements Scoped {
    @Id
    private UUID id;

    private Scope scope;

    private String appUserId;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Customer() {}

    Customer(UUID id, Scope scope, String appUserId, Instant at) {
        this.id = id;
        this.scope = scope;
        this.appUserId = appUserId;
        this.createdAt = at;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    UUID id() {
        return id;
    }

    String appUserId() {
        return appUserId;
    }
}
