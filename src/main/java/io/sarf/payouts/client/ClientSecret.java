package io.sarf.payouts.client;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
class ClientSecret implements Scoped {
    @Id
    private UUID id;

    private Scope scope;

    @Column(length = 32)
    private byte[] hash;
    /** True or null, never false: a unique key over it allows one live secret and any number of replaced ones. */
    private @Nullable Boolean live;

    private Instant createdAt;
    private String createdByName;
    private @Nullable Instant replacedAt;

    @SuppressWarnings("NullAway.Init")
    protected ClientSecret() {}

    ClientSecret(UUID id, Scope scope, byte[] hash, String createdByName, Instant createdAt) {
        this.id = id;
        this.scope = scope;
        this.hash = hash.clone();
        this.live = true;
        this.createdByName = createdByName;
        this.createdAt = createdAt;
    }

    UUID id() {
        return id;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    Instant createdAt() {
        return createdAt;
    }

    String createdByName() {
        return createdByName;
    }

    void replace(Instant at) {
        live = null;
        replacedAt = at;
    }
}
