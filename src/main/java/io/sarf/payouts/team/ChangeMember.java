package io.sarf.payouts.team;

import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * Changes in one application run one at a time: an Owner always remains, and the caller's permission is checked at the
 * moment of the change.
 */
@ApplicationScoped
@Retried
@Transactional
public class ChangeMember {
    private final Members members;
    private final People people;
    private final FreshSignIn fresh;
    private final Journal journal;
    private final Clock clock;

    ChangeMember(Members members, People people, FreshSignIn fresh, Journal journal, Clock clock) {
        this.members = members;
        this.people = people;
        this.fresh = fresh;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Replaces a member's grants; without a difference nothing changes.
     *
     * @throws Refused OWNERS_ONLY, OWN_ROLE, LAST_OWNER, or CHANGED when the member has another version now
     * @throws SignInTooOld when the person has to sign in again first
     */
    public void grant(Member caller, Person person, UUID member, long version, Grants wanted) {
        var by = members.locked(caller.application(), caller.id(), Permission.MANAGE_TEAM);
        var row = members.require(by.application(), member);
        var before = row.grants();
        if (before.equals(wanted)) {
            return;
        }
        if (row.version() != version) {
            throw new Refused("CHANGED", "The roles were changed meanwhile.");
        }
        check(by, row.person().equals(person.id()), before, wanted);
        fresh.requireToGive(person, before, wanted);
        if (before.has(Role.OWNER) && !wanted.has(Role.OWNER)) {
            anotherOwner(by, member);
        }
        record(by, person, row, before, wanted);
    }

    /** @throws Refused OWNERS_ONLY or OWN_ROLE */
    static void check(Member by, boolean own, Grants before, Grants wanted) {
        if (before.has(Role.OWNER) != wanted.has(Role.OWNER) && !by.may(Permission.MANAGE_OWNERS)) {
            throw new Refused("OWNERS_ONLY", "Only an Owner makes somebody an Owner, or no longer one.");
        }
        if (own && wanted.has(Role.FINANCIAL_CONTROLLER) && !before.has(Role.FINANCIAL_CONTROLLER)) {
            throw new Refused(
                    "OWN_ROLE", "Nobody makes themselves a Financial Controller. Another Owner or Admin has to.");
        }
    }

    /**
     * Makes another member an Owner in place of the caller, who becomes an Admin.
     *
     * @throws Refused OWNERS_ONLY when the caller is not an Owner, or SELF
     * @throws SignInTooOld when the person has to sign in again first
     */
    public void transfer(Member caller, Person person, UUID to) {
        var by = members.locked(caller.application(), caller.id(), Permission.MEMBER);
        var old = members.require(by.application(), by.id());
        var next = members.require(by.application(), to);
        var before = old.grants();
        if (!before.has(Role.OWNER)) {
            throw new Refused("OWNERS_ONLY", "Only an Owner hands ownership on.");
        }
        if (old.id().equals(next.id())) {
            throw new Refused("SELF", "Choose somebody else.");
        }
        var given = next.grants();
        fresh.requireToGive(person, given, given.with(Role.OWNER));
        if (!given.has(Role.OWNER)) {
            record(by, person, next, given, given.with(Role.OWNER));
        }
        record(by, person, old, before, before.without(Role.OWNER).with(Role.ADMIN));
    }

    /**
     * Removes a member, or the caller; repeating it changes nothing. What they connected remains.
     *
     * @throws Refused OWNERS_ONLY or LAST_OWNER
     */
    public void remove(Member caller, Person person, UUID member) {
        var by = members.locked(
                caller.application(),
                caller.id(),
                member.equals(caller.id()) ? Permission.MEMBER : Permission.MANAGE_TEAM);
        var row = members.requireOnce(by.application(), member);
        if (row.removed()) {
            return;
        }
        if (row.grants().has(Role.OWNER)) {
            if (!by.may(Permission.MANAGE_OWNERS)) {
                throw new Refused("OWNERS_ONLY", "Only an Owner removes an Owner.");
            }
            anotherOwner(by, member);
        }
        var own = row.person().equals(person.id());
        var before = row.grants();
        var who = people.card(row.person());
        row.remove(clock.instant());
        members.changed(by.application(), row);
        journal.record(Members.change(by.application(), row, own ? "member.left" : "member.removed", person.actor())
                .with("person", row.person())
                .with("name", who.name())
                .with("email", who.email())
                .with("roles_before", before.names()));
    }

    private void anotherOwner(Member by, UUID member) {
        if (!members.hasOtherOwner(by.application(), member)) {
            throw new Refused("LAST_OWNER", "There is always an Owner: make somebody else one first.");
        }
    }

    private void record(Member by, Person person, MemberRow row, Grants before, Grants wanted) {
        var who = people.card(row.person());
        row.grant(wanted);
        members.changed(by.application(), row);
        journal.record(Members.change(by.application(), row, "member.changed", person.actor())
                .with("person", row.person())
                .with("name", who.name())
                .with("email", who.email())
                .with("roles_before", before.names())
                .with("roles", wanted.names()));
    }
}
