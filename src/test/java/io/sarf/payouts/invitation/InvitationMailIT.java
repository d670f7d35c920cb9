package io.sarf.payouts.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.team.Grants;
import io.sarf.payouts.team.KnownPeople;
import io.sarf.payouts.team.Member;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.Role;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Eventually;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a link has left is in the journal, as is that it never will. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class InvitationMailIT {
    @Inject
    Invite invite;

    @Inject
    PostInvitations post;

    @Inject
    Journal journal;

    @Inject
    Members members;

    @Inject
    KnownPeople people;

    @Inject
    Applications applications;

    @Inject
    EntityManager entities;

    @Inject
    Ids ids;

    @Inject
    MovableClock clock;

    private ApplicationId application;
    private InvitationId id;
    private String email;

    @BeforeEach
    void somebody_is_invited_and_the_mail_has_left() {
        application = QuarkusTransaction.requiringNew()
                .call(() -> applications.add("Acme Trading", clock.instant()).id());
        var owner = people.member(application, "Owner", Role.OWNER);
        id = new InvitationId(ids.next());
        email = "new-" + UUID.randomUUID() + "@people.example";
        invite.invite(member(owner), owner, new Invite.Wanted(id, email, Grants.of(Role.DEVELOPER), "en"));
        Eventually.get("mail in the journal", () -> mails().stream().findFirst());
    }

    @Test
    void a_link_that_has_left_is_journalled_once_with_its_address() {
        post.poll();

        assertThat(mails()).singleElement().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo("mail.invitation");
            assertThat(entry.actor()).isEqualTo(Actor.SYSTEM);
            assertThat(entry.environment()).isNull();
            assertThat(entry.details()).contains(email);
        });
    }

    @Test
    void a_link_that_died_of_age_before_it_left_is_journalled_as_not_sent() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "UPDATE invitation_mail SET sent_at = NULL, due_at = :now WHERE invitation = :id")
                        .setParameter("now", clock.instant())
                        .setParameter("id", id.value())
                        .executeUpdate());
        clock.advance(Invitation.LIFE);

        post.poll();
        post.poll();

        assertThat(mails())
                .extracting(Journal.Entry::type)
                .containsExactly("mail.invitation", "mail.invitation_not_sent");
    }

    private List<Journal.Entry> mails() {
        return journal.of(new Scope(application, Environment.SANDBOX), id.value()).stream()
                .filter(entry -> entry.type().startsWith("mail."))
                .toList();
    }

    private Member member(Person person) {
        var shown = members.all(application).stream()
                .filter(one -> one.person().equals(person.id()))
                .findFirst()
                .orElseThrow();
        return new Member(shown.member(), application, shown.grants());
    }
}
