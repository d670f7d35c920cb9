package io.sarf.payouts.invitation;

import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.FreshSignIn;
import io.sarf.payouts.team.Grants;
import io.sarf.payouts.team.Member;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.Role;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

@ApplicationScoped
@Retried
class Invite {
    record Wanted(InvitationId id, String email, Grants grants, String language) {}

    /** Open invitations, and new ones in a day: a limit on the mail that a new company can send. */
    static final int OPEN_MOST = 200;

    private static final Duration DAY = Duration.ofDays(1);

    static final int ISSUES_MOST = 20;

    private final Invitations invitations;
    private final InvitationLinks links;
    private final Members members;
    private final FreshSignIn fresh;
    private final Journal journal;
    private final Clock clock;

    Invite(
            Invitations invitations,
            InvitationLinks links,
            Members members,
            FreshSignIn fresh,
            Journal journal,
            Clock clock) {
        this.invitations = invitations;
        this.links = links;
        this.members = members;
        this.fresh = fresh;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * The same form sent again changes nothing.
     *
     * @throws Refused ALREADY_MEMBER, ALREADY_INVITED, TOO_MANY or OWNERS_ONLY
     */
    @Transactional
    void invite(Member caller, Person person, Wanted wanted) {
        var by = members.locked(caller.application(), caller.id(), Permission.MANAGE_TEAM);
        var application = by.application();
        if (invitations.find(application, wanted.id()).isPresent()) {
            return;
        }
        check(by, wanted.grants());
        fresh.requireToGive(person, Grants.of(), wanted.grants());
        if (members.has(application, wanted.email())) {
            throw new Refused("ALREADY_MEMBER", wanted.email() + " is a member already.");
        }
        if (invitations.isPending(application, wanted.email())) {
            throw new Refused(
                    "ALREADY_INVITED", wanted.email() + " is invited already. Send that invitation again instead.");
        }
        if (invitations.pending(application).size() >= OPEN_MOST
                || invitations.madeSince(application, clock.instant().minus(DAY)) >= OPEN_MOST) {
            throw new Refused("TOO_MANY", "Too many invitations are open, or were made within a day.");
        }
        var hash = links.hash(wanted.id(), 1);
        var email = wanted.email().toLowerCase(Locale.ROOT);
        var invitation = new Invitation(wanted.id(), email, wanted.grants(), hash, by, person, clock.instant());
        invitations.add(application, invitation);
        invitations.post(application, invitation, wanted.language());
        journal.record(change(invitation, "invitation.created", invitation.version(), person.actor())
                .with("email", email)
                .with("roles", wanted.grants().names()));
    }

    /** Nobody can invite themselves: their own address is a member's already. */
    static void check(Member by, Grants wanted) {
        if (wanted.has(Role.OWNER) && !by.may(Permission.MANAGE_OWNERS)) {
            throw new Refused("OWNERS_ONLY", "Only an Owner makes somebody an Owner.");
        }
    }

    /** The new link has the caller's name; the previous link is invalid from then on. */
    @Transactional
    void again(Member caller, Person person, InvitationId id, String language) {
        var by = members.locked(caller.application(), caller.id(), Permission.MANAGE_TEAM);
        var application = by.application();
        var invitation = invitations.require(application, id);
        var now = clock.instant();
        if (members.has(application, invitation.email())) {
            throw new Refused("ALREADY_MEMBER", invitation.email() + " is a member already.");
        }
        if (invitation.state(now) == Invitation.State.EXPIRED
                && invitations.isPending(application, invitation.email())) {
            throw new Refused(
                    "ALREADY_INVITED", invitation.email() + " is invited already. Send that invitation again instead.");
        }
        if (invitation.issue() >= ISSUES_MOST) {
            throw new Refused("SENT_TOO_OFTEN", "This invitation was sent too often: withdraw it.");
        }
        check(by, invitation.grants());
        fresh.requireToGive(person, Grants.of(), invitation.grants());
        invitation.issueAgain(links.hash(id, invitation.issue() + 1), by, person, now);
        invitations.post(application, invitation, language);
        journal.record(change(invitation, "invitation.sent_again", invitation.version() + 1, person.actor())
                .with("email", invitation.email())
                .with("issue", invitation.issue()));
    }

    @Transactional
    void withdraw(Member caller, Person person, InvitationId id) {
        var by = members.locked(caller.application(), caller.id(), Permission.MANAGE_TEAM);
        var invitation = invitations.require(by.application(), id);
        invitation.withdraw(clock.instant());
        journal.record(change(invitation, "invitation.withdrawn", invitation.version() + 1, person.actor())
                .with("email", invitation.email()));
    }

    static Change change(Invitation invitation, String type, long version, Actor by) {
        return Change.of(
                Chain.team(invitation.application()),
                type,
                new Change.Subject("invitation", invitation.id().value(), version),
                by);
    }
}
