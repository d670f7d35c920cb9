package io.sarf.payouts.invitation;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.platform.Retried;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Makes whoever holds the invited address a member. */
@ApplicationScoped
class AcceptInvitation {
    private static final AcrossApplications RIGHT =
            AcrossApplications.because("A link names its invitation, and with it the application");

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

    /** What a link leads to, for its page. */
    Optional<Invitation> find(String token) {
        return invitations.find(RIGHT, links.hash(token));
    }

    /** Accepts, and answers with the application; accepting twice is accepting once. */
    @Retried
    @Transactional
    ApplicationId accept(String token, Person person, boolean representative) {
        var invitation = invitations.require(RIGHT, links.hash(token));
        var now = clock.instant();
        if (invitation.state(now) == Invitation.State.ACCEPTED
                && invitation.isFor(person.email())
                && members.has(invitation.application(), person.email())) {
            return invitation.application();
        }
        check(invitation, person, representative, now);
        invitation.accept(now);
        members.add(invitation.application(), person, invitation.grants(), person.actor());
        journal.record(Invite.change(invitation, "invitation.accepted", invitation.version() + 1, person)
                .with("email", invitation.email()));
        return invitation.application();
    }

    /** @throws Refused when this person cannot accept, with the reason that counts first */
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
