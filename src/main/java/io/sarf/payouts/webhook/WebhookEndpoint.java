package io.sarf.payouts.webhook;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import io.sarf.payouts.platform.Vault.Sealed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
class WebhookEndpoint implements Scoped {
    enum State {
        ON,
        OFF_BY_MEMBER,
        OFF_FAILING,
        OFF_GONE
    }

    /** How long both secrets sign after a rotation. */
    static final Duration OVERLAP = Duration.ofHours(24);

    /** A secret, and the one before it while both sign. */
    record SealedSecrets(Sealed current, @Nullable Sealed previous) {}

    @Id
    private UUID id;

    private Scope scope;

    @Column(length = 2000)
    private String url;

    private String description;

    @Column(length = 1000)
    private @Nullable String events;

    @Enumerated(EnumType.STRING)
    @Column(length = 20)
    private State state;

    // Each attempt may change these two, so they are written beside the version, which counts what members change.
    @Column(updatable = false)
    private @Nullable Instant failingSince;

    @Column(updatable = false)
    private @Nullable Instant failedAt;

    private byte[] secret;
    private String secretKey;
    private byte @Nullable [] previousSecret;
    private @Nullable String previousSecretKey;
    private @Nullable Instant overlapUntil;
    private Instant createdAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected WebhookEndpoint() {}

    WebhookEndpoint(
            UUID id, Scope scope, String url, String description, Set<String> events, Sealed secret, Instant at) {
        this.id = id;
        this.scope = scope;
        this.url = url;
        this.description = description;
        this.events = text(events);
        this.state = State.ON;
        this.secret = secret.text();
        this.secretKey = secret.key();
        this.createdAt = at;
    }

    /** @param events none for all */
    void change(String url, String description, Set<String> events) {
        this.url = url;
        this.description = description;
        this.events = text(events);
    }

    void state(State state) {
        this.state = state;
    }

    /** The present secret goes on signing beside the new one until the overlap ends. */
    void rotate(Sealed fresh, Instant at) {
        previousSecret = secret;
        previousSecretKey = secretKey;
        overlapUntil = at.plus(OVERLAP);
        secret = fresh.text();
        secretKey = fresh.key();
    }

    void endOverlap() {
        previousSecret = null;
        previousSecretKey = null;
        overlapUntil = null;
    }

    boolean overlaps(Instant at) {
        return overlapUntil != null && at.isBefore(overlapUntil);
    }

    SealedSecrets secrets(Instant at) {
        var before = previousSecret;
        var beforeKey = previousSecretKey;
        var current = new Sealed(secretKey, secret);
        if (!overlaps(at) || before == null || beforeKey == null) {
            return new SealedSecrets(current, null);
        }
        return new SealedSecrets(current, new Sealed(beforeKey, before));
    }

    boolean wants(String type) {
        return events == null || events().contains(type);
    }

    /** The chosen events; none when it gets all. */
    Set<String> events() {
        return events == null ? Set.of() : new TreeSet<>(Arrays.asList(events.split(",", -1)));
    }

    private static @Nullable String text(Set<String> events) {
        return events.isEmpty() ? null : String.join(",", new TreeSet<>(events));
    }

    UUID id() {
        return id;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    String url() {
        return url;
    }

    String description() {
        return description;
    }

    State state() {
        return state;
    }

    @Nullable
    Instant failingSince() {
        return failingSince;
    }

    @Nullable
    Instant overlapUntil() {
        return overlapUntil;
    }

    Instant createdAt() {
        return createdAt;
    }

    long version() {
        return version;
    }
}
