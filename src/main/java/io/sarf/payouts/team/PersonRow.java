package io.sarf.payouts.team;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "person")
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
