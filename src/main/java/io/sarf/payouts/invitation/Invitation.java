package io.sarf.payouts.invitation;

import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Grants;
import io.sarf.payouts.team.Member;
import io.sarf.payouts.team.Person;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An invited address with its roles; its current link is the one of the last issue. */
@Entity
class Invitation {
    enum State {
        PENDING,
        EXPIRED,
        ACCEPTED,
        WITHDRAWN
    }

    /** How long a link is valid. */
    static final Duration LIFE = Duration.ofDays(7);

    @Id
    private UUID id;

    private ApplicationId application;
    private String email;
    private String roles;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(length = 32)
    private byte[] tokenHash;

    private int issue;
    private UUID invitedBy;
    private String invitedByName;
    private Instant createdAt;
    private Instant expiresAt;
    private @Nullable Instant acceptedAt;
    private @Nullable Instant withdrawnAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Invitation() {}

    /** @param tokenHash of the token of issue 1 */
    Invitation(
            InvitationId id, String email, Grants grants, byte[] tokenHash, Member member, Person person, Instant at) {
        this.id = id.value();
        this.application = member.application();
        this.email = email;
        this.roles = String.join(",", grants.names());
        this.tokenHash = tokenHash.clone();
        this.issue = 1;
        this.invitedBy = member.id();
        this.invitedByName = person.name();
        this.createdAt = at;
        this.expiresAt = at.plus(LIFE);
    }

    State state(Instant now) {
        if (acceptedAt != null) {
            return State.ACCEPTED;
        }
        if (withdrawnAt != null) {
            return State.WITHDRAWN;
        }
        return now.isBefore(expiresAt) ? State.PENDING : State.EXPIRED;
    }

    /**
     * Gives it a new link, for which whoever asked stands; the one before no longer leads anywhere. An expired invitation
     * lives again.
     */
    void issueAgain(byte[] tokenHash, Member member, Person person, Instant at) {
        refuseUnless(at, State.PENDING, State.EXPIRED);
        this.tokenHash = tokenHash.clone();
        this.issue++;
        this.invitedBy = member.id();
        this.invitedByName = person.name();
        this.expiresAt = at.plus(LIFE);
    }

    void withdraw(Instant at) {
        refuseUnless(at, State.PENDING, State.EXPIRED);
        this.withdrawnAt = at;
    }

    void accept(Instant at) {
        refuseUnlessPending(at);
        this.acceptedAt = at;
    }

    void refuseUnlessPending(Instant now) {
        refuseUnless(now, State.PENDING);
    }

    private void refuseUnless(Instant now, State... wanted) {
        var state = state(now);
        if (Arrays.stream(wanted).anyMatch(state::equals)) {
            return;
        }
        throw switch (state) {
            case ACCEPTED -> new Refused("USED", "This invitation was accepted already.");
            case WITHDRAWN -> new Refused("WITHDRAWN", "This invitation was withdrawn. Ask for a new one.");
            case EXPIRED -> new Refused("EXPIRED", "This invitation has expired. Ask for a new one.");
            case PENDING -> new Refused("PENDING", "This invitation is still open.");
        };
    }

    InvitationId id() {
        return new InvitationId(id);
    }

    ApplicationId application() {
        return application;
    }

    String email() {
        return email;
    }

    boolean isFor(String address) {
        // Not equalsIgnoreCase, which takes some letters of other alphabets for Latin ones.
        return email.toLowerCase(Locale.ROOT).equals(address.strip().toLowerCase(Locale.ROOT));
    }

    Grants grants() {
        return Grants.named(List.of(roles.split(",", -1)));
    }

    /** How many links there were; 1 for the first. */
    int issue() {
        return issue;
    }

    /** The member who did. */
    UUID invitedBy() {
        return invitedBy;
    }

    String invitedByName() {
        return invitedByName;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    long version() {
        return version;
    }
}
