package io.sarf.payouts.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.ChangeMember;
import io.sarf.payouts.team.Grants;
import io.sarf.payouts.team.KnownPeople;
import io.sarf.payouts.team.Member;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.Role;
import io.sarf.testing.ByHand;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class AcceptInvitationIT {
    @Inject
    Invite invite;

    @Inject
    AcceptInvitation acceptance;

    @Inject
    InvitationLinks links;

    @Inject
    Members members;

    @Inject
    ChangeMember change;

    @Inject
    KnownPeople people;

    @Inject
    Applications applications;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    private ApplicationId application;
    private Person omar;
    private Person sara;
    private Person noor;

    @BeforeEach
    void an_owner_an_admin_and_somebody_of_another_company() {
        application = founded();
        omar = people.member(application, "Omar Haddad", Role.OWNER);
        sara = people.member(application, "Sara Nasser", Role.ADMIN);
        noor = people.member(founded(), "Noor Khalil", Role.OWNER);
    }

    @Test
    void accepting_twice_is_accepting_once_and_its_entries_have_one_version_after_the_other() {
        var id = invited(sara, noor, Grants.of(Role.DEVELOPER));

        assertThat(accept(id, 1, noor)).isEqualTo(application);
        assertThat(accept(id, 1, noor)).isEqualTo(application);

        assertThat(shown(noor).grants()).isEqualTo(Grants.of(Role.DEVELOPER));
        assertThat(versions(id)).containsExactly(0L, 1L);
    }

    @Test
    void somebody_who_was_removed_leaves_no_way_back() {
        var id = invited(sara, noor, Grants.of(Role.FINANCIAL_CONTROLLER));
        change.remove(as(omar), omar, as(sara).id());

        refused("INVITER_GONE", () -> accept(id, 1, noor));

        invite.again(as(omar), omar, id, "en");
        accept(id, 2, noor);
        assertThat(shown(noor).grants()).isEqualTo(Grants.of(Role.FINANCIAL_CONTROLLER));
    }

    @Test
    void an_owner_is_made_by_whoever_is_an_owner_still() {
        var id = invited(omar, noor, Grants.of(Role.OWNER));
        change.transfer(as(omar), omar, as(sara).id());

        refused("INVITER_GONE", () -> accept(id, 1, noor));
        refused("OWNERS_ONLY", () -> invite.again(as(omar), omar, id, "en"));
    }

    @Test
    void whoever_was_removed_invites_nobody_though_the_page_is_still_open() {
        var still = as(sara);
        change.remove(as(omar), omar, still.id());

        assertThatThrownBy(() -> invite(still, sara, noor, Grants.of())).isInstanceOf(Missing.class);
        assertThatThrownBy(() -> change.grant(still, sara, as(omar).id(), 0, Grants.of()))
                .isInstanceOf(Missing.class);
    }

    @Test
    void whoever_comes_back_is_the_same_member_with_other_roles() {
        accept(invited(omar, noor, Grants.of(Role.ADMIN)), 1, noor);
        var first = as(noor).id();
        change.remove(as(omar), omar, first);

        accept(invited(omar, noor, Grants.of(Role.DEVELOPER)), 1, noor);

        assertThat(as(noor).id()).isEqualTo(first);
        assertThat(shown(noor).grants()).isEqualTo(Grants.of(Role.DEVELOPER));
    }

    @Test
    void an_application_makes_so_many_invitations_in_a_day_and_each_is_sent_so_often() {
        var id = invited(omar, noor, Grants.of());
        for (var issue = 1; issue < Invite.ISSUES_MOST; issue++) {
            invite.again(as(omar), omar, id, "en");
        }
        refused("SENT_TOO_OFTEN", () -> invite.again(as(omar), omar, id, "en"));

        QuarkusTransaction.requiringNew().run(() -> {
            for (var more = 1; more < Invite.OPEN_MOST; more++) {
                entities.createNativeQuery("INSERT INTO invitation (id, application, email, roles, token_hash, issue,"
                                + " invited_by, invited_by_name, created_at, expires_at, version)"
                                + " SELECT :other, application, concat(:more, email), roles,"
                                + " unhex(sha2(concat(:more, id), 256)), 1, invited_by, invited_by_name,"
                                + " created_at, expires_at, 0 FROM invitation WHERE id = :id")
                        .setParameter("other", UUID.randomUUID())
                        .setParameter("more", more)
                        .setParameter("id", id.value())
                        .executeUpdate();
            }
        });
        var another = people.member(founded(), "Huda Saleh", Role.OWNER);
        refused("TOO_MANY", () -> invite(as(omar), omar, another, Grants.of()));
        // What was withdrawn was sent all the same.
        invite.withdraw(as(omar), omar, id);
        refused("TOO_MANY", () -> invite(as(omar), omar, another, Grants.of()));
    }

    @Test
    void the_same_form_twice_at_once_invites_once() {
        var form = UUID.randomUUID();
        var asOmar = as(omar);
        var wanted = new Invite.Wanted(InvitationId.of(form, noor.email()), noor.email(), Grants.of(), "en");

        Together.run(4, () -> {
                    invite.invite(asOmar, omar, wanted);
                    return true;
                })
                .forEach(Together.Outcome::get);

        assertThat(versions(wanted.id())).containsExactly(0L);
    }

    @Test
    void sent_again_and_accepted_at_once_one_of_both_holds() {
        for (var round = 0; round < 5; round++) {
            var guest = people.member(founded(), "Guest Nr" + round, Role.OWNER);
            var id = invited(omar, guest, Grants.of());
            var asOmar = as(omar);

            Together.run(List.<Callable<Object>>of(
                            () -> quietly(() -> invite.again(asOmar, omar, id, "en")),
                            () -> quietly(() -> accept(id, 1, guest))))
                    .forEach(Together.Outcome::get);

            assertThat(versions(id)).containsExactly(0L, 1L);
        }
    }

    /** Somebody else was first: that is an answer too. */
    private static Object quietly(Runnable what) {
        try {
            what.run();
        } catch (Refused | Missing late) {
            return late;
        }
        return true;
    }

    private ApplicationId founded() {
        return QuarkusTransaction.requiringNew()
                .call(() -> applications.add("Tamr Trading", clock.instant()))
                .id();
    }

    private InvitationId invited(Person by, Person whom, Grants grants) {
        return invite(as(by), by, whom, grants);
    }

    private InvitationId invite(Member as, Person by, Person whom, Grants grants) {
        var id = InvitationId.of(UUID.randomUUID(), whom.email());
        invite.invite(as, by, new Invite.Wanted(id, whom.email(), grants, "en"));
        return id;
    }

    private ApplicationId accept(InvitationId id, int issue, Person person) {
        return acceptance.accept(links.token(id, issue), person, false);
    }

    private Member as(Person person) {
        return new Member(shown(person).member(), application, shown(person).grants());
    }

    private Members.Listed shown(Person person) {
        return members.all(application).stream()
                .filter(one -> one.person().equals(person.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<Long> versions(InvitationId of) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "SELECT subject_version FROM journal_entry WHERE subject = :subject"
                                        + " AND type LIKE 'invitation.%'"
                                        + " ORDER BY subject_version",
                                Long.class)
                        .setParameter("subject", of.value())
                        .getResultStream()
                        .map(one -> ((Number) one).longValue())
                        .toList());
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
