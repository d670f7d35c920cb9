package io.sarf.payouts.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.AccountsAnswer;
import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.client.ClientSecrets;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.ChangeDefaultAuthorizer;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.connection.ExpireCredentials;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.EntryHistory;
import io.sarf.payouts.journal.EntryHistory.Wanted;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.journal.Sealer;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.team.KnownPeople;
import io.sarf.payouts.team.People;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.Preferences;
import io.sarf.payouts.team.Role;
import io.sarf.payouts.workqueue.ParkingByHand;
import io.sarf.payouts.workqueue.WorkQueue;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.Mailbox;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the people of a company are told by mail: once, after it is written in the journal, and in full. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class NoticesIT {
    private static final String HOME = "http://localhost:" + System.getProperty("quarkus.http.test-port", "8081");

    @Inject
    PayingCompanies companies;

    @Inject
    Connections connections;

    @Inject
    ExpireCredentials expire;

    @Inject
    ChangeDefaultAuthorizer passOn;

    @Inject
    ClientSecrets secrets;

    @Inject
    Sealer sealer;

    @Inject
    Journal journal;

    @Inject
    EntryHistory history;

    @Inject
    EntityManager entities;

    @Inject
    Notices notices;

    @Inject
    PostNotices post;

    @Inject
    People people;

    @Inject
    KnownPeople known;

    @Inject
    ParkingByHand parking;

    @Inject
    MovableClock clock;

    private final Mailbox mailbox = new Mailbox(StackResource.stack());
    private PayingCompany company;

    @BeforeEach
    void a_company_whose_bank_wants_a_code_of_everybody() {
        company = companies.open(new PaperBank(clock) {
            @Override
            public BeginAnswer beginOnce(Credentials credentials, List<OurReference> references) {
                references.forEach(one -> say(one, new OrderStatus.Queued("ORD-" + one)));
                return new BeginAnswer.OtpNeeded("OTP", "phone", clock.instant().plus(Duration.ofMinutes(5)), 3);
            }
        });
        post();
    }

    @Test
    void every_financial_controller_is_told_that_credentials_expired_and_where_they_are_reconnected() {
        var owner = of(company.owner());
        expire.ifRejected(owner, new AccountsAnswer.CredentialsExpired());
        assertThat(mails(company.owner())).isEmpty();

        post();
        post();

        for (var person : List.of(company.owner(), company.first(), company.second())) {
            assertThat(mails(person)).singleElement().satisfies(mail -> {
                assertThat(mail.subject())
                        .isEqualTo("Paper Bank does not take the bank credentials of Acme Trading any more");
                says(
                        mail,
                        "Paper Bank turned away the bank user " + owner.bankUserName()
                                + " of Acme Trading (sandbox): the credentials have expired.",
                        "Until they are renewed nothing is done with them. What was not sent yet with them has failed"
                                + " and is not sent again by itself.",
                        "Owner connected them, and only Owner can reconnect them.",
                        "Reconnect",
                        HOME + company.scope().path() + "/connections/" + owner.id() + "/renewal",
                        "Is that person no longer with you? Ask your representative to make other credentials the"
                                + " default authorizer.");
            });
        }
    }

    @Test
    void payouts_that_turn_to_a_person_are_one_mail_for_each_financial_controller_in_ten_minutes() {
        turnsToAPerson();
        turnsToAPerson();
        post();

        for (var person : List.of(company.owner(), company.first(), company.second())) {
            assertThat(mails(person)).singleElement().satisfies(mail -> {
                assertThat(mail.subject()).isEqualTo("Paper Bank wants a person to authorize payouts of Acme Trading");
                says(
                        mail,
                        "Paper Bank did not authorize a payout of Acme Trading (sandbox) without a person this time.",
                        "It waits for one of you to authorize it, perhaps with others. Nothing was sent twice.",
                        "See the payouts that wait",
                        HOME + company.scope().path() + "/payouts?status=AWAITING_AUTHORIZATION",
                        "You get one such mail for Paper Bank, however many payouts of the next minutes turn to you.");
            });
        }
        clock.advance(Duration.ofMinutes(5));
        turnsToAPerson();
        post();
        assertThat(mails(company.owner())).hasSize(1);

        clock.advance(Duration.ofMinutes(10));
        turnsToAPerson();
        post();
        assertThat(mails(company.owner())).hasSize(2);
    }

    @Test
    void every_financial_controller_is_told_of_a_new_secret_of_production_and_of_none_of_the_sandbox() {
        var production = new Scope(company.scope().application(), Environment.PRODUCTION);
        secrets.create(company.scope(), company.owner().actor());
        post();
        assertThat(mails(company.first())).isEmpty();

        secrets.create(production, company.owner().actor());
        sealer.sealAll();
        notices.read(production);
        post();
        post();
        var secret = entities.createQuery("select id from ClientSecret where scope = :scope", UUID.class)
                .setParameter("scope", production)
                .getSingleResult();

        for (var person : List.of(company.owner(), company.first(), company.second())) {
            assertThat(mails(person)).singleElement().satisfies(mail -> {
                assertThat(mail.subject()).isEqualTo("Acme Trading has a new client secret for Production");
                says(
                        mail,
                        "Owner made a new client secret for Acme Trading in Production.",
                        "A program that has it can create payouts from your account, also such that nobody here authorizes."
                                + " The previous secret no longer works.",
                        "See it in Activity",
                        HOME + production.path() + "/activity?subject=" + secret,
                        "Is this news to you? Speak to that person, and have an Owner or Admin make another secret at once.");
            });
        }
        assertThat(history.any(production, Wanted.of("mail.production_secret"))).isTrue();
    }

    /** Those who manage webhooks: not a Financial Controller. */
    @Test
    void who_manages_webhooks_is_told_that_the_product_switched_an_endpoint_off_and_not_that_a_member_did() {
        var developer = known.member(company.scope().application(), "Developer", Role.DEVELOPER);
        var admin = known.member(company.scope().application(), "Admin", Role.ADMIN);
        var by = company.owner().actor();
        var switched = new UUID[] {
            endpoint("https://one.example/hook", "OFF_BY_MEMBER", by),
            endpoint("https://two.example/hook", "OFF_FAILING", Actor.SYSTEM),
            endpoint("https://three.example/hook", "OFF_GONE", Actor.SYSTEM)
        };
        post();
        post();

        var failing =
                "Events of Acme Trading (sandbox) are no longer sent to https://two.example/hook: for 5 days no attempt"
                        + " succeeded.";
        var gone =
                "Events of Acme Trading (sandbox) are no longer sent to https://three.example/hook: it answered 410 Gone.";
        for (var person : List.of(company.owner(), admin, developer)) {
            assertThat(mails(person))
                    .hasSize(2)
                    .anySatisfy(mail -> switchedOff(mail, failing, switched[1]))
                    .anySatisfy(mail -> switchedOff(mail, gone, switched[2]));
        }
        assertThat(mails(company.first())).isEmpty();
        assertThat(history.any(company.scope(), Wanted.of("mail.endpoint_off"))).isTrue();
    }

    private void switchedOff(Mailbox.Message mail, String why, UUID endpoint) {
        assertThat(mail.subject()).isEqualTo("A webhook endpoint of Acme Trading was switched off");
        says(
                mail,
                why,
                "Until somebody switches it on again, your back end does not learn there what happens to payouts.",
                "See the endpoint",
                HOME + company.scope().path() + "/webhooks/" + endpoint,
                "After switching it on you can resend what was missed: deliveries are kept for 90 days.");
    }

    /** What the journal says of an endpoint that was switched off, by whom and why. */
    private UUID endpoint(String url, String why, Actor by) {
        var id = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> journal.record(Change.of(
                                Chain.of(company.scope()),
                                "webhook_endpoint.switched_off",
                                new Change.Subject("webhook_endpoint", id, 1),
                                by)
                        .with("reason", why)
                        .with("url", url)));
        return id;
    }

    @Test
    void both_persons_are_told_of_another_default_authorizer_and_nobody_else() {
        var owner = of(company.owner());
        var first = of(company.first());
        var by = Actor.representative(UUID.randomUUID(), "Rana");
        passOn.passOn(company.scope(), owner.id(), first.id(), "A new <b>accountant</b> & more", by);

        post();
        post();

        for (var person : List.of(company.owner(), company.first())) {
            assertThat(mails(person)).singleElement().satisfies(mail -> {
                assertThat(mail.subject())
                        .isEqualTo("The default authorizer of Acme Trading at Paper Bank was changed");
                says(
                        mail,
                        "Your representative made First Controller the default authorizer of Acme Trading (sandbox) at"
                                + " Paper Bank, in place of Owner.",
                        "First Controller cannot authorize payouts of this bank from the dashboard any more, and the"
                                + " bank's own online banking refuses " + first.bankUserName() + ".",
                        "Owner is a manual authorizer now, and " + owner.bankUserName()
                                + " can be used in the bank's own online banking again.",
                        "The reason given: A new <b>accountant</b> & more",
                        "See the bank connections",
                        HOME + company.scope().path() + "/connections",
                        "What the bank had already stays as it was queued.");
                assertThat(mail.html()).doesNotContain("<b>accountant");
            });
        }
        assertThat(mails(company.second())).isEmpty();
    }

    @Test
    void the_journal_says_once_who_got_a_mail_and_of_what_it_speaks() {
        var owner = of(company.owner());
        expire.ifRejected(owner, new AccountsAnswer.CredentialsExpired());
        post();
        post();

        assertThat(journal.of(company.scope(), owner.id().value()))
                .filteredOn(entry -> entry.type().startsWith("mail."))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.type()).isEqualTo("mail.credentials_expired");
                    assertThat(entry.actor()).isEqualTo(Actor.SYSTEM);
                    assertThat(entry.details())
                            .contains(
                                    company.owner().email(),
                                    company.first().email(),
                                    company.second().email())
                            .contains("\"not_sent\":[]");
                });
        assertThat(new Caller(company.first(), company.scope().path() + "/payouts/new")
                        .get(company.scope().path() + "/activity?subject=" + owner.id()))
                .contains(
                        "Mail about expired bank credentials", company.second().email());
    }

    @Test
    void a_mail_that_no_server_takes_is_given_up_after_a_day_and_the_journal_says_so() {
        var owner = of(company.owner());
        expire.ifRejected(owner, new AccountsAnswer.CredentialsExpired());
        sealer.sealAll();
        notices.read(company.scope());
        QuarkusTransaction.requiringNew().run(() -> {
            for (var column : List.of("notice_mail SET recipient", "person SET email")) {
                var table = column.replaceAll(".* ", "");
                entities.createNativeQuery("UPDATE " + column + " = 'nobody at all' WHERE " + table + " = :address")
                        .setParameter("address", company.second().email())
                        .executeUpdate();
            }
        });
        post.postAll();
        assertThat(journal.of(company.scope(), owner.id().value()))
                .noneSatisfy(entry -> assertThat(entry.type()).startsWith("mail."));

        clock.advance(Duration.ofDays(1));
        post.postAll();
        clock.advance(Duration.ofDays(1));
        post.postAll();

        assertThat(journal.of(company.scope(), owner.id().value()))
                .filteredOn(entry -> entry.type().startsWith("mail."))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details())
                        .contains(company.owner().email(), "\"not_sent\":[\"nobody at all\"]"));
    }

    @Test
    void of_several_nodes_that_end_the_mails_of_one_notice_at_once_one_journals_it() {
        var owner = of(company.owner());
        expire.ifRejected(owner, new AccountsAnswer.CredentialsExpired());
        sealer.sealAll();
        notices.read(company.scope());

        Together.run(3, () -> {
                    post.postAll();
                    return true;
                })
                .forEach(Together.Outcome::get);

        assertThat(journal.of(company.scope(), owner.id().value()))
                .filteredOn(entry -> entry.type().startsWith("mail."))
                .hasSize(1);
    }

    @Test
    void whoever_left_before_a_mail_did_gets_none() {
        expire.ifRejected(of(company.owner()), new AccountsAnswer.CredentialsExpired());
        sealer.sealAll();
        notices.read(company.scope());
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("UPDATE member SET removed_at = :now WHERE person = :person")
                        .setParameter("now", clock.instant())
                        .setParameter("person", company.second().id())
                        .executeUpdate());

        post.postAll();

        assertThat(mails(company.second())).isEmpty();
        assertThat(mails(company.first())).hasSize(1);
    }

    @Test
    void whoever_is_here_under_two_identities_with_one_address_gets_one_mail() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("UPDATE person SET email = :email WHERE id = :person")
                        .setParameter("email", company.first().email())
                        .setParameter("person", company.second().id())
                        .executeUpdate());
        expire.ifRejected(of(company.owner()), new AccountsAnswer.CredentialsExpired());

        post();

        assertThat(mails(company.first())).hasSize(1);
        assertThat(mails(company.owner())).hasSize(1);
    }

    @Test
    void what_is_a_day_old_when_it_is_read_is_told_to_nobody() {
        expire.ifRejected(of(company.owner()), new AccountsAnswer.CredentialsExpired());
        clock.advance(Duration.ofDays(1));

        post();

        assertThat(mails(company.owner())).isEmpty();
    }

    @Test
    void an_authorization_a_person_has_begun_and_not_ended_is_no_news() {
        var payout = companies.queued(company);
        var caller = new Caller(company.first(), company.scope().path() + "/payouts/new");
        caller.post(
                        company.scope().path() + "/payouts/authorizations",
                        Map.of("id", UUID.randomUUID().toString(), "payout", companies.pick(company, payout)))
                .then()
                .statusCode(303);
        clock.advance(Duration.ofMinutes(6));
        companies.work(company);
        assertThat(companies.events(payout)).contains("payout.authorization_closed");

        post();

        assertThat(mails(company.owner()))
                .extracting(Mailbox.Message::subject)
                .containsExactly("Payouts of Acme Trading await authorization");
    }

    @Test
    void payouts_that_begin_to_wait_are_one_mail_for_each_financial_controller_in_an_hour() {
        companies.queued(company);
        companies.queued(company);
        post();

        for (var person : List.of(company.owner(), company.first(), company.second())) {
            assertThat(mails(person)).singleElement().satisfies(mail -> {
                assertThat(mail.subject()).isEqualTo("Payouts of Acme Trading await authorization");
                says(
                        mail,
                        "A payout of Acme Trading (sandbox) at Paper Bank awaits authorization.",
                        "See the payouts that wait",
                        HOME + company.scope().path() + "/payouts?status=AWAITING_AUTHORIZATION",
                        "You get one such mail an hour for Paper Bank, however many payouts await. Your profile has a"
                                + " daily summary instead, or no mail.");
            });
        }
        clock.advance(Duration.ofMinutes(59));
        companies.queued(company);
        post();
        assertThat(mails(company.first())).hasSize(1);

        clock.advance(Duration.ofMinutes(2));
        companies.queued(company);
        post();
        assertThat(mails(company.first())).hasSize(2);
    }

    @Test
    void whoever_wants_a_mail_a_day_or_none_is_told_at_once_of_what_everybody_must_know_and_of_no_payout_that_waits() {
        prefer(company.first(), null, Preferences.Awaiting.DAILY);
        prefer(company.second(), null, Preferences.Awaiting.OFF);
        companies.queued(company);
        turnsToAPerson();
        expire.ifRejected(of(company.owner()), new AccountsAnswer.CredentialsExpired());

        post();

        assertThat(mails(company.owner())).hasSize(3);
        for (var person : List.of(company.first(), company.second())) {
            assertThat(mails(person))
                    .extracting(Mailbox.Message::subject)
                    .containsExactly("Paper Bank does not take the bank credentials of Acme Trading any more");
        }
    }

    @Test
    void each_mail_is_in_the_language_of_whoever_gets_it() {
        prefer(company.first(), "ar", Preferences.Awaiting.AT_ONCE);
        companies.queued(company);

        post();

        assertThat(mails(company.second()))
                .extracting(Mailbox.Message::subject)
                .containsExactly("Payouts of Acme Trading await authorization");
        assertThat(mails(company.first())).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("مدفوعات Acme Trading تنتظر الاعتماد");
            assertThat(mail.html()).contains("<html lang=\"ar\" dir=\"rtl\">");
            says(
                    mail,
                    "تنتظر دفعة في Acme Trading (البيئة التجريبية) لدى بنك الورق الاعتماد.",
                    "عرض المدفوعات المنتظرة",
                    HOME + company.scope().path() + "/payouts?status=AWAITING_AUTHORIZATION",
                    "تصلك رسالة واحدة كهذه في الساعة عن بنك الورق، مهما بلغ عدد المدفوعات المنتظرة. ويمكنك في ملفك"
                            + " الشخصي اختيار ملخص يومي بدلًا منها، أو عدم استلام رسائل.");
        });
    }

    private void prefer(Person person, @Nullable String language, Preferences.Awaiting awaiting) {
        people.prefer(person, new Preferences(language, ZoneId.of("Asia/Riyadh"), Preferences.Theme.AUTO, awaiting));
    }

    private PayoutId turnsToAPerson() {
        var payout = companies.pay(company, true);
        companies.work(company);
        clock.advance(Duration.ofSeconds(30));
        companies.work(company);
        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
        return payout;
    }

    @Test
    void a_mail_with_which_every_node_dies_is_parked_and_leaves_once_it_is_resumed() {
        expire.ifRejected(of(company.owner()), new AccountsAnswer.CredentialsExpired());
        sealer.sealAll();
        notices.read(company.scope());
        parking.nodesDie(WorkQueue.Name.NOTICE_MAIL, ParkingByHand.TRIES);

        post.postAll();
        assertThat(mails(company.first())).isEmpty();
        assertThat(parking.parked(WorkQueue.Name.NOTICE_MAIL))
                .filteredOn(one -> company.scope().application().equals(one.application()))
                .hasSize(3);

        parking.resume(WorkQueue.Name.NOTICE_MAIL);
        post.postAll();

        assertThat(mails(company.first())).hasSize(1);
        assertThat(parking.parked(WorkQueue.Name.NOTICE_MAIL)).isEmpty();
    }

    private void post() {
        sealer.sealAll();
        notices.read(company.scope());
        post.postAll();
    }

    /** All of it, in text and on the page. */
    private static void says(Mailbox.Message mail, String... sentences) {
        var count = sentences.length;
        var text = Stream.of(sentences).limit(count - 3).reduce("", (all, one) -> all + one + "\n\n")
                + sentences[count - 3] + ":\n" + sentences[count - 2] + "\n\n" + sentences[count - 1] + "\n\nSarf\n";
        assertThat(mail.text().replace("\r\n", "\n").strip()).isEqualTo(text.strip());
        var page = mail.sentences();
        assertThat(page).first().isEqualTo("Sarf");
        assertThat(page.subList(1, page.size())).containsExactly(sentences);
        assertThat(mail.html()).contains("href=\"" + sentences[count - 2] + "\"");
    }

    private List<Mailbox.Message> mails(Person person) {
        return mailbox.to(person.email());
    }

    private BankConnection of(Person person) {
        return connections
                .of(company.scope(), person.id(), company.bank().profile().identifier())
                .orElseThrow();
    }
}
