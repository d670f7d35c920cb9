package io.sarf.payouts.team;

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

    private UUID application;
    private UUID person;
    private Instant joinedAt;
    private @Nullable Instant removedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "member_role", joinColumns = @JoinColumn(name = "member"))
    @Column(name = "role", length = 24)
    @Enumerated(EnumType.STRING)
    private Set<Role> roles;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected MemberRow() {}

    MemberRow(UUID id, UUID application, UUID person, Set<Role> roles, Instant joinedAt) {
        this.id = id;
        this.application = application;
        this.person = person;
        this.roles = roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
        this.joinedAt = joinedAt;
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

    Set<Role> roles() {
        return roles;
    }

    long version() {
        return version;
    }
}
