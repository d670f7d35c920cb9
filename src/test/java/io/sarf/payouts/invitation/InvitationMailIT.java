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
import io.sarf.payouts.mail.NoMail;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.team.Grants;
import io.sarf.payouts.team.KnownPeople;
import io.sarf.payouts.team.Member;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.Role;
import io.sarf.payouts.web.Moment;
import io.sarf.payouts.workqueue.ParkingByHand;
import io.sarf.payouts.workqueue.WorkQueue;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Eventually;
import io.sarf.testing.Mailbox;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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
    Invitations invitations;

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
    InvitationLinks links;

    @Inject
    Ids ids;

    @Inject
    ParkingByHand parking;

    @Inject
    MovableClock clock;

    private final Mailbox mailbox = new Mailbox(StackResource.stack());

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
    void a_mail_with_which_every_node_dies_is_parked_and_leaves_once_it_is_resumed() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "UPDATE invitation_mail SET due_at = :now, sent_at = NULL WHERE invitation = :id")
                        .setParameter("now", clock.instant())
                        .setParameter("id", id.value())
                        .executeUpdate());
        parking.nodesDie(WorkQueue.Name.INVITATION_MAIL, ParkingByHand.TRIES);

        post.poll();
        assertThat(mails()).hasSize(1);
        assertThat(journal.of(new Scope(application, Environment.SANDBOX), id.value()))
                .anyMatch(entry -> entry.type().equals("invitation_mail.parked"));

        parking.resume(WorkQueue.Name.INVITATION_MAIL);
        post.poll();

        assertThat(mails()).hasSize(2);
    }

    @Test
    void where_no_mail_is_sent_the_mails_that_wait_for_it_are_not_behind() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("UPDATE invitation_mail SET due_at = :now WHERE invitation = :id")
                        .setParameter("now", clock.instant())
                        .setParameter("id", id.value())
                        .executeUpdate());
        var without =
                new PostInvitations(invitations, links, applications, NoMail.sender(), journal, entities, ids, clock);

        assertThat(oldestDue(post)).contains(clock.instant());
        assertThat(oldestDue(without)).isEmpty();
        post.poll();
        assertThat(oldestDue(post)).isEmpty();
    }

    private static Optional<Instant> oldestDue(PostInvitations queue) {
        return QuarkusTransaction.requiringNew().call(queue::oldestDue);
    }

    @Test
    void the_mail_says_in_full_who_invites_to_what_and_until_when_as_text_and_as_a_page() {
        var mail = mailbox.await(email);
        var until = Moment.of(clock.instant().plus(Invitation.LIFE), "en", ZoneOffset.UTC)
                .shown();

        assertThat(mail.subject()).isEqualTo("Owner invites you to Acme Trading on Sarf");
        assertThat(mail.links()).containsOnly(links.url(id, 1));
        assertThat(mail.text().strip()).isEqualToNormalizingNewlines("""
                Owner invites you to join Acme Trading on Sarf, where it pays people from its own bank account.

                Your role there: Developer.

                Sign in or sign up with this address, %s. Another one is not accepted.

                See the invitation:
                %s

                The link works once, until %s. If you do not know who this is, do nothing.

                Sarf""".formatted(email, links.url(id, 1), until));
        assertThat(mail.html())
                .contains("<html lang=\"en\" dir=\"ltr\">")
                .contains("href=\"" + links.url(id, 1) + "\"");
        assertThat(mail.sentences())
                .containsExactly(
                        "Sarf",
                        "Owner invites you to join Acme Trading on Sarf, where it pays people from its own bank"
                                + " account.",
                        "Your role there: Developer.",
                        "Sign in or sign up with this address, " + email + ". Another one is not accepted.",
                        "See the invitation",
                        links.url(id, 1),
                        "The link works once, until " + until + ". If you do not know who this is, do nothing.");
    }

    @Test
    void the_mail_is_in_the_language_of_whoever_invites() {
        var owner = people.member(application, "مالك", Role.OWNER);
        var invited = new InvitationId(ids.next());
        var address = "new-" + UUID.randomUUID() + "@people.example";
        invite.invite(member(owner), owner, new Invite.Wanted(invited, address, Grants.of(Role.DEVELOPER), "ar"));

        var mail = mailbox.await(address);
        var until = Moment.of(clock.instant().plus(Invitation.LIFE), "ar", ZoneOffset.UTC)
                .shown();

        assertThat(mail.subject()).isEqualTo("يدعوك مالك إلى Acme Trading على صرف");
        assertThat(mail.text().strip())
                .isEqualToNormalizingNewlines("""
                يدعوك مالك إلى الانضمام إلى Acme Trading على صرف، حيث تدفع الشركة للأشخاص من حسابها البنكي.

                دورك فيها: مطوّر.

                سجّل الدخول أو أنشئ حسابًا بهذا العنوان: %s. لا يُقبل عنوان آخر.

                عرض الدعوة:
                %s

                يعمل الرابط مرة واحدة حتى %s. إذا كنت لا تعرف المرسل فتجاهل هذه الرسالة.

                Sarf""".formatted(address, links.url(invited, 1), until));
        assertThat(mail.html())
                .contains("<html lang=\"ar\" dir=\"rtl\">")
                .contains("href=\"" + links.url(invited, 1) + "\"");
    }

    @Test
    void a_link_that_died_of_age_before_it_left_is_journalled_as_not_sent() {
        clock.advance(Invitation.LIFE);
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "UPDATE invitation_mail SET sent_at = NULL, due_at = :now WHERE invitation = :id")
                        .setParameter("now", clock.instant())
                        .setParameter("id", id.value())
                        .executeUpdate());

        // The thread that sent the mail may still be looking for more: then it is the one that does this.
        post.poll();
        Eventually.get("second entry", () -> mails().stream().skip(1).findFirst());
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
