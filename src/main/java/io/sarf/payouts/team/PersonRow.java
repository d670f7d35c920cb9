package io.sarf.payouts.team;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A dynamic update, so that a request that stores claims does not overwrite preferences changed concurrently. */
@Entity
@Table(name = "person")
@DynamicUpdate
class PersonRow {
    @Id
    private UUID id;

    private String issuer;
    private String subject;
    private String email;
    private boolean emailVerified;
    private String name;
    private Instant createdAt;
    private Instant lastSignInAt;
    private @Nullable String language;
    private @Nullable String timeZone;

    @Enumerated(EnumType.STRING)
    private Preferences.@Nullable Theme theme;

    @Enumerated(EnumType.STRING)
    private Preferences.@Nullable Awaiting mailAwaiting;

    @SuppressWarnings("NullAway.Init")
    protected PersonRow() {}

    PersonRow(UUID id, String issuer, String subject, Instant at) {
        this.id = id;
        this.issuer = issuer;
        this.subject = subject;
        this.email = "";
        this.name = "";
        this.createdAt = at;
        this.lastSignInAt = at;
    }

    /** Takes over what the identity provider says now. */
    void seen(String email, boolean emailVerified, String name, Instant at) {
        this.email = email;
        this.emailVerified = emailVerified;
        this.name = name;
        if (at.isAfter(lastSignInAt)) {
            this.lastSignInAt = at;
        }
    }

    void prefer(Preferences wanted) {
        language = wanted.language();
        timeZone = wanted.zone().getId();
        theme = wanted.theme();
        mailAwaiting = wanted.awaiting();
    }

    Preferences preferences() {
        var none = Preferences.NONE;
        return new Preferences(
                language,
                zone(none.zone()),
                Objects.requireNonNullElse(theme, none.theme()),
                Objects.requireNonNullElse(mailAwaiting, none.awaiting()));
    }

    /** A zone may be given up by a later release of the time zone database. */
    private ZoneId zone(ZoneId otherwise) {
        return timeZone != null && ZoneId.getAvailableZoneIds().contains(timeZone) ? ZoneId.of(timeZone) : otherwise;
    }

    Recipient recipient() {
        return new Recipient(email, preferences());
    }

    UUID id() {
        return id;
    }

    String email() {
        return email;
    }

    boolean emailVerified() {
        return emailVerified;
    }

    String name() {
        return name;
    }

    Instant lastSignInAt() {
        return lastSignInAt;
    }
}
