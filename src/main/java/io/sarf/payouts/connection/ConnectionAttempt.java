package io.sarf.payouts.connection;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import io.sarf.payouts.bank.ConnectAnswer;
import io.sarf.payouts.platform.Vault;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A login for which the bank requires a code. Stored as long as the code is valid, with encrypted credentials. */
@Entity
class ConnectionAttempt implements Scoped {
    @Id
    private UUID id;

    private Scope scope;

    private UUID person;
    private @Nullable ConnectionId renews;
    private String bank;
    private boolean asDefault;
    private String challenge;
    private String sentTo;
    private int attemptsLeft;
    private byte[] credentials;
    private String credentialsKey;
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected ConnectionAttempt() {}

    ConnectionAttempt(UUID id, Scope scope, UUID person, String bank, boolean asDefault, Vault.Sealed credentials) {
        this.id = id;
        this.scope = scope;
        this.person = person;
        this.bank = bank;
        this.asDefault = asDefault;
        this.credentials = credentials.text().clone();
        this.credentialsKey = credentials.key();
        this.challenge = "";
        this.sentTo = "";
        this.expiresAt = Instant.EPOCH;
    }

    /** It is the way to renew what has expired, not to connect something new. */
    void renews(ConnectionId connection) {
        this.renews = connection;
    }

    /** The connection that is to be renewed by it; null when a new one is to be made. */
    @Nullable
    ConnectionId renews() {
        return renews;
    }

    void challenged(ConnectAnswer.OtpNeeded by) {
        this.challenge = by.challenge();
        this.sentTo = by.sentTo();
        this.attemptsLeft = by.attemptsLeft();
        this.expiresAt = by.expiresAt();
    }

    @Override
    public Scope scope() {
        return scope;
    }

    UUID id() {
        return id;
    }

    String bank() {
        return bank;
    }

    boolean asDefault() {
        return asDefault;
    }

    String challenge() {
        return challenge;
    }

    String sentTo() {
        return sentTo;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    int attemptsLeft() {
        return attemptsLeft;
    }

    void wrong() {
        attemptsLeft--;
    }

    Vault.Sealed credentials() {
        return new Vault.Sealed(credentialsKey, credentials.clone());
    }
}
