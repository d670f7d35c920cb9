package io.sarf.payouts.team;

import io.sarf.payouts.platform.Vault;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The browser has a secret, the row its hash. The provider's tokens are encrypted and deleted when the session ends.
 */
@Entity
@Table(name = "session")
class SessionRow {
    @Id
    private UUID id;

    private UUID person;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(length = 32)
    private byte[] secretHash;

    private @Nullable String providerSession;
    private @Nullable Instant authenticatedAt;
    private byte @Nullable [] tokens;
    private @Nullable String tokensKey;
    private String device;
    private String address;
    private Instant startedAt;
    private Instant seenAt;
    private Instant expiresAt;
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected SessionRow() {}

    SessionRow(UUID id, UUID person, byte[] secretHash, SessionStore.Browser browser, Instant at, Instant expiresAt) {
        this.id = id;
        this.person = person;
        this.secretHash = secretHash;
        this.providerSession = browser.providerSession();
        this.device = browser.device();
        this.address = browser.address();
        this.startedAt = at;
        this.seenAt = at;
        this.expiresAt = expiresAt;
    }

    /** The identity provider has confirmed it once more. */
    void renewed(@Nullable Instant authenticatedAt, Vault.Sealed tokens, Instant at, Instant expiresAt) {
        store(authenticatedAt, tokens);
        this.seenAt = at;
        this.expiresAt = expiresAt;
    }

    void store(@Nullable Instant authenticatedAt, Vault.Sealed tokens) {
        this.authenticatedAt = authenticatedAt;
        this.tokens = tokens.text();
        this.tokensKey = tokens.key();
    }

    void end(Instant at) {
        if (endedAt == null) {
            endedAt = at;
            tokens = null;
            tokensKey = null;
        }
    }

    boolean keptBy(byte[] hash) {
        return Arrays.equals(secretHash, hash);
    }

    boolean livesAt(Instant now) {
        return endedAt == null && now.isBefore(expiresAt);
    }

    UUID id() {
        return id;
    }

    UUID person() {
        return person;
    }

    @Nullable
    Instant authenticatedAt() {
        return authenticatedAt;
    }

    /** Null once it has ended. */
    Vault.@Nullable Sealed tokens() {
        return tokens == null || tokensKey == null ? null : new Vault.Sealed(tokensKey, tokens);
    }

    String device() {
        return device;
    }

    String address() {
        return address;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant seenAt() {
        return seenAt;
    }
}
