package io.sarf.payouts.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.team.Grants;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.People;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.Preferences;
import io.sarf.payouts.team.Preferences.Awaiting;
import io.sarf.payouts.team.Role;
import io.sarf.payouts.workqueue.ParkingByHand;
import io.sarf.payouts.workqueue.WorkQueue;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Mailbox;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mail of the day: once, in the morning of whoever gets it, about all that awaits them and nothing else. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class DigestIT {
    private static final String HOME = "http://localhost:" + System.getProperty("quarkus.http.test-port", "8081");
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId DUBAI = ZoneId.of("Asia/Dubai");

    @Inject
    PayingCompanies companies;

    @Inject
    People people;

    @Inject
    Members members;

    @Inject
    Digests digests;

    @Inject
    PostDigests post;

    @Inject
    Journal journal;

    @Inject
    ParkingByHand parking;

    @Inject
    MovableClock clock;

    @Inject
    EntityManager entities;

    private final Mailbox mailbox = new Mailbox(StackResource.stack());
    private PayingCompany company;

    @BeforeEach
    void a_company_in_the_evening() {
        moveTo(LocalTime.of(20, 0), UTC);
        company = companies.open(new PaperBank(clock));
        prefer(company.first(), null, UTC, Awaiting.DAILY);
    }

    @Test
    void it_says_how_many_await_their_totals_and_where_for_each_application() {
        var other = companies.open(new PaperBank(clock));
        QuarkusTransaction.requiringNew().run(() -> {
            var second = other.scope().application();
            members.add(
                    second,
                    company.first(),
                    Grants.of(Role.FINANCIAL_CONTROLLER),
                    company.first().actor());
            entities.createNativeQuery("UPDATE application SET name = 'Zahra Trading' WHERE id = :id")
                    .setParameter("id", second.value())
                    .executeUpdate();
        });
        companies.queued(company);
        companies.queued(company);
        inDollars(companies.queued(company));
        companies.queued(other);
        companies.pay(company, false);

        moveTo(LocalTime.of(8, 0), UTC);
        post.run();

        assertThat(mails(company.first())).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("4 payouts await authorization");
            var acme = "Acme Trading (sandbox): 3 payouts await authorization,"
                    + " \u2068AED\u00a0240.00\u2069 · \u2068USD\u00a0120.00\u2069.";
            var zahra = "Zahra Trading (sandbox): 1 payout awaits authorization, \u2068AED\u00a0120.00\u2069.";
            var note =
                    "You get this mail once a day, at 08:00 in UTC, while payouts await. In your profile you can have"
                            + " a mail at once instead, or none.";
            assertThat(mail.text().replace("\r\n", "\n").strip())
                    .isEqualTo("""
                    %s

                    See the payouts that wait:
                    %s

                    %s

                    See the payouts that wait:
                    %s

                    %s

                    Sarf""".formatted(acme, waiting(company), zahra, waiting(other), note));
            assertThat(mail.sentences())
                    .containsExactly(
                            "Sarf",
                            acme,
                            "See the payouts that wait",
                            waiting(company),
                            zahra,
                            "See the payouts that wait",
                            waiting(other),
                            note);
        });
    }

    @Test
    void it_is_in_the_language_of_whoever_gets_it() {
        prefer(company.first(), "ar", DUBAI, Awaiting.DAILY);
        companies.queued(company);
        companies.queued(company);

        moveTo(LocalTime.of(8, 0), DUBAI);
        post.run();

        assertThat(mails(company.first())).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("دفعتان تنتظران الاعتماد");
            assertThat(mail.html()).contains("<html lang=\"ar\" dir=\"rtl\">");
            assertThat(mail.sentences())
                    .containsExactly(
                            "Sarf",
                            "Acme Trading (البيئة التجريبية): دفعتان تنتظران الاعتماد، \u2068AED\u00a0240.00\u2069.",
                            "عرض المدفوعات المنتظرة",
                            waiting(company),
                            "تصلك هذه الرسالة مرة في اليوم، الساعة 08:00 بتوقيت Asia/Dubai، ما دامت هناك مدفوعات تنتظر."
                                    + " ويمكنك في ملفك الشخصي اختيار رسالة فورية بدلًا منها، أو عدم استلام رسائل.");
        });
    }

    @Test
    void it_comes_at_eight_where_its_reader_is_and_once_a_day() {
        prefer(company.second(), null, DUBAI, Awaiting.DAILY);
        companies.queued(company);

        moveTo(LocalTime.of(7, 59), DUBAI);
        post.run();
        assertThat(mails(company.second())).isEmpty();

        moveTo(LocalTime.of(8, 0), DUBAI);
        post.run();
        post.run();
        assertThat(mails(company.second())).hasSize(1);
        assertThat(mails(company.first())).isEmpty();

        moveTo(LocalTime.of(8, 0), UTC);
        post.run();
        assertThat(mails(company.second())).hasSize(1);
        assertThat(mails(company.first())).hasSize(1);

        moveTo(LocalTime.of(8, 0), DUBAI);
        post.run();
        assertThat(mails(company.second())).hasSize(2);
    }

    @Test
    void whoever_moves_to_another_zone_gets_no_second_one_for_the_same_day() {
        prefer(company.first(), null, DUBAI, Awaiting.DAILY);
        companies.queued(company);
        moveTo(LocalTime.of(8, 0), DUBAI);
        post.run();

        prefer(company.first(), null, UTC, Awaiting.DAILY);
        moveTo(LocalTime.of(8, 0), UTC);
        post.run();

        assertThat(mails(company.first())).hasSize(1);
    }

    @Test
    void nothing_is_sent_when_nothing_awaits_also_when_something_does_later_that_day() {
        moveTo(LocalTime.of(8, 0), UTC);
        post.run();
        companies.queued(company);
        moveTo(LocalTime.of(9, 0), UTC);
        post.run();
        assertThat(mails(company.first())).isEmpty();

        moveTo(LocalTime.of(8, 0), UTC);
        post.run();
        assertThat(mails(company.first())).hasSize(1);
    }

    @Test
    void a_morning_that_was_missed_is_left_out() {
        companies.queued(company);
        moveTo(LocalTime.NOON, UTC);
        post.run();
        assertThat(mails(company.first())).isEmpty();
    }

    @Test
    void two_nodes_at_once_send_one_and_so_does_one_that_goes_on_after_a_death() {
        companies.queued(company);
        moveTo(LocalTime.of(8, 0), UTC);

        Together.run(4, () -> {
                    digests.write();
                    return true;
                })
                .forEach(Together.Outcome::get);
        assertThat(rows(company.first())).isEqualTo(1);
        assertThat(mails(company.first())).isEmpty();
        Together.run(4, () -> {
                    post.run();
                    return true;
                })
                .forEach(Together.Outcome::get);

        assertThat(mails(company.first())).hasSize(1);
    }

    @Test
    void the_journal_of_each_environment_says_that_it_left() {
        companies.queued(company);
        moveTo(LocalTime.of(8, 0), UTC);
        post.run();

        assertThat(journal.of(company.scope(), company.first().id()))
                .filteredOn(entry -> entry.type().equals("mail.digest"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details())
                        .contains("\"recipients\":[\"" + company.first().email() + "\"]", "\"not_sent\":[]"));
    }

    @Test
    void one_that_no_server_takes_is_given_up_when_its_morning_is_over() {
        companies.queued(company);
        moveTo(LocalTime.of(8, 0), UTC);
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("UPDATE person SET email = 'nobody at all' WHERE id = :person")
                        .setParameter("person", company.first().id())
                        .executeUpdate());
        post.run();
        assertThat(journal.of(company.scope(), company.first().id()))
                .noneMatch(entry -> entry.type().equals("mail.digest"));

        moveTo(LocalTime.NOON, UTC);
        post.run();
        moveTo(LocalTime.of(20, 0), UTC);
        post.run();

        assertThat(journal.of(company.scope(), company.first().id()))
                .filteredOn(entry -> entry.type().equals("mail.digest"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).contains("\"not_sent\":[\"nobody at all\"]"));
    }

    @Test
    void whoever_did_not_choose_it_or_is_no_financial_controller_any_more_gets_none() {
        prefer(company.second(), null, UTC, Awaiting.OFF);
        companies.queued(company);
        moveTo(LocalTime.of(8, 0), UTC);
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("UPDATE member SET removed_at = :now WHERE person = :person")
                        .setParameter("now", clock.instant())
                        .setParameter("person", company.first().id())
                        .executeUpdate());
        post.run();

        for (var person : List.of(company.owner(), company.first(), company.second())) {
            assertThat(mails(person)).isEmpty();
        }
    }

    @Test
    void one_with_which_every_node_dies_is_parked_and_leaves_once_it_is_resumed() {
        companies.queued(company);
        moveTo(LocalTime.of(8, 0), UTC);
        post.run();
        dueAgain();
        parking.nodesDie(WorkQueue.Name.DIGEST_MAIL, ParkingByHand.TRIES);

        post.run();
        assertThat(mails(company.first())).hasSize(1);
        assertThat(parking.parked(WorkQueue.Name.DIGEST_MAIL)).isNotEmpty();

        parking.resume(WorkQueue.Name.DIGEST_MAIL);
        post.run();

        assertThat(mails(company.first())).hasSize(2);
    }

    private void dueAgain() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "UPDATE digest_mail SET due_at = :now, sent_at = NULL WHERE person = :person")
                        .setParameter("now", clock.instant())
                        .setParameter("person", company.first().id())
                        .executeUpdate());
    }

    private String waiting(PayingCompany where) {
        return HOME + where.scope().path() + "/payouts?status=AWAITING_AUTHORIZATION";
    }

    private void inDollars(PayoutId payout) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("UPDATE payout SET currency = 'USD' WHERE id = :id")
                        .setParameter("id", payout.value())
                        .executeUpdate());
    }

    private long rows(Person person) {
        return ((Number) QuarkusTransaction.requiringNew()
                        .call(() -> entities.createNativeQuery(
                                        "SELECT COUNT(*) FROM digest_mail WHERE person = :person")
                                .setParameter("person", person.id())
                                .getSingleResult()))
                .longValue();
    }

    private void prefer(Person person, @Nullable String language, ZoneId zone, Awaiting awaiting) {
        people.prefer(person, new Preferences(language, zone, Preferences.Theme.AUTO, awaiting));
    }

    /** The next time it is so late there; now, if it is. */
    private void moveTo(LocalTime time, ZoneId zone) {
        var now = clock.instant().atZone(zone);
        var then = now.with(time);
        clock.advance(Duration.between(now, then.isBefore(now) ? then.plusDays(1) : then));
    }

    private List<Mailbox.Message> mails(Person person) {
        return mailbox.to(person.email());
    }
}
