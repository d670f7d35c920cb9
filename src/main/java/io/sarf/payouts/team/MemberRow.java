package io.sarf.payouts.team;

import io.sarf.payouts.application.ApplicationId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "member")
class MemberRow {
    @Id
    private UUID id;

    private ApplicationId application;
    private UUID person;
    private Instant joinedAt;
    private @Nullable Instant removedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "member_role", joinColumns = @JoinColumn(name = "member"))
    @Column(name = "role", length = 24)
    @Enumerated(EnumType.STRING)
    private Set<Role> roles;

    private boolean secrets;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected MemberRow() {}

    MemberRow(UUID id, ApplicationId application, UUID person, Grants grants, Instant joinedAt) {
        this.id = id;
        this.application = application;
        this.person = person;
        this.roles = EnumSet.noneOf(Role.class);
        this.joinedAt = joinedAt;
        grant(grants);
    }

    final void grant(Grants grants) {
        roles.clear();
        roles.addAll(grants.roles());
        secrets = grants.secrets();
    }

    void remove(Instant at) {
        removedAt = at;
        grant(Grants.of());
    }

    /** Somebody who was a member before is one again. */
    void rejoin(Grants grants, Instant at) {
        removedAt = null;
        joinedAt = at;
        grant(grants);
    }

    boolean removed() {
        return removedAt != null;
    }

    UUID id() {
        return id;
    }

    UUID person() {
        return person;
    }

    Instant joinedAt() {
        return joinedAt;
    }

    Grants grants() {
        return new Grants(roles, secrets);
    }

    long version() {
        return version;
    }
}
