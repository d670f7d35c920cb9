package io.sarf.payouts.invitation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.Role;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

@AcrossApplications("The token of a link identifies an invitation of any application")
@ApplicationScoped
class AcceptInvitation {

    private final Invitations invitations;
    private final InvitationLinks links;
    private final Members members;
    private final Journal journal;
    private final Clock clock;

    AcceptInvitation(Invitations invitations, InvitationLinks links, Members members, Journal journal, Clock clock) {
        this.invitations = invitations;
        this.links = links;
        this.members = members;
        this.journal = journal;
        this.clock = clock;
    }

    Optional<Invitation> find(String token) {
        return invitations.find(links.hash(token));
    }

    /** Accepting again changes nothing. */
    @Retried
    @Transactional
    ApplicationId accept(String token, Person person, boolean representative) {
        // In its own transaction, so that the lock is this transaction's first query and its snapshot is taken under
        // the lock.
        var of = QuarkusTransaction.requiringNew()
                .call(() -> find(token).map(Invitation::application))
                .orElseThrow(() -> new Missing("invitation"));
        members.lock(of);
        var invitation = invitations.require(links.hash(token));
        var now = clock.instant();
        if (invitation.state(now) == Invitation.State.ACCEPTED
                && invitation.isFor(person.email())
                && members.has(invitation.application(), person.email())) {
            return invitation.application();
        }
        check(invitation, person, representative, now);
        checkInviter(invitation);
        invitation.accept(now);
        journal.record(Invite.change(invitation, "invitation.accepted", invitation.version() + 1, person.actor())
                .with("email", invitation.email()));
        members.add(invitation.application(), person, invitation.grants(), person.actor());
        return invitation.application();
    }

    /** A removed member's invitations end with their membership. */
    void checkInviter(Invitation invitation) {
        var needed = invitation.grants().has(Role.OWNER) ? Permission.MANAGE_OWNERS : Permission.MANAGE_TEAM;
        if (members.find(invitation.application(), invitation.invitedBy())
                .filter(inviter -> needed.grantedBy(inviter.grants()))
                .isEmpty()) {
            throw new Refused("INVITER_GONE", "Whoever invited you may not do so any more. Ask for a new invitation.");
        }
    }

    /** The first reason that applies is thrown. */
    static void check(Invitation invitation, Person person, boolean representative, Instant now) {
        invitation.refuseUnlessPending(now);
        if (representative) {
            throw new Refused("REPRESENTATIVE", "A representative may not be a member of a company.");
        }
        if (!invitation.isFor(person.email())) {
            throw new Refused(
                    "OTHER_ADDRESS",
                    "The invitation is for " + invitation.email() + ", and you are signed in as " + person.email()
                            + ".");
        }
        if (!person.emailVerified()) {
            throw new Refused("UNVERIFIED", "Confirm your address first: your sign-in does not say that it is yours.");
        }
    }
}
