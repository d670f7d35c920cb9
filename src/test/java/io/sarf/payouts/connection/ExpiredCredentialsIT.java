package io.sarf.payouts.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.client.KnownPrograms.Program;
import io.sarf.payouts.destination.Beneficiary;
import io.sarf.payouts.destination.DestinationId;
import io.sarf.payouts.destination.Destinations;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.PickyBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bank that turns the credentials of the default authorizer away, and what follows for all that goes through them. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class ExpiredCredentialsIT {
    private static final String DESTINATIONS = "/payouts/v1/payment/destinations";

    @Inject
    PayingCompanies companies;

    @Inject
    KnownPrograms programs;

    @Inject
    Connections connections;

    @Inject
    SourceAccounts accounts;

    @Inject
    RenewCredentials renew;

    @Inject
    Destinations destinations;

    @Inject
    Journal journal;

    @Inject
    EntityManager entities;

    @Inject
    MovableClock clock;

    private PickyBank bank;
    private PayingCompany company;
    private Program program;

    @BeforeEach
    void a_company() {
        bank = new PickyBank(clock);
        company = companies.open(bank);
        program = programs.program(company.scope());
        // What is added from here on is newer than what was there, and what the bank was asked until here is not
        // counted.
        clock.advance(Duration.ofSeconds(1));
        bank.asked("addBeneficiary");
    }

    @Test
    void what_is_handed_over_with_them_fails_and_nothing_more_is_taken_on() {
        var payout = companies.pay(company, false);
        changePassword();

        companies.work(company);

        assertThat(companies.status(company, payout)).isEqualTo("FAILED");
        assertThat(reason(payout)).isEqualTo(ReasonCode.CREDENTIALS_UPDATE_REQUIRED);
        assertThat(source().expired()).isTrue();
        pay(company.destination()).then().statusCode(403).body("status", is("CREDENTIALS_UPDATE_REQUIRED"));
        add("Harbour Logistics").then().statusCode(403).body("status", is("CREDENTIALS_UPDATE_REQUIRED"));
        assertThat(bank.asked("addBeneficiary")).isZero();
        assertThat(happened()).containsExactly("connection.connected", "connection.expired");
    }

    @Test
    void what_waits_to_be_sent_fails_at_once_and_not_when_its_time_would_have_come() {
        bank.coolOff(Duration.ofHours(24));
        String cooling = add("Harbour Logistics").path("[0].destination_id");
        String intent = pay(DestinationId.fromString(cooling)).path("payouts_payment_details[0].payment_intent_id");
        var payout = PayoutId.fromString(intent);
        companies.work(company);
        assertThat(companies.dueAt(payout)).isAfter(clock.instant().plus(Duration.ofHours(23)));
        changePassword();

        accounts.refresh(company.scope());
        companies.work(company);

        assertThat(companies.status(company, payout)).isEqualTo("FAILED");
        assertThat(reason(payout)).isEqualTo(ReasonCode.CREDENTIALS_UPDATE_REQUIRED);
    }

    @Test
    void an_expired_login_is_not_tried_again() {
        companies.pay(company, false);
        changePassword();
        accounts.refresh(company.scope());
        assertThat(bank.asked("accounts")).isEqualTo(1);

        accounts.refresh(company.scope());
        companies.work(company);

        assertThat(bank.asked("accounts") + bank.asked("queue")).isZero();
    }

    @Test
    void what_was_to_be_authorized_automatically_waits_for_a_person_and_stays_there() {
        bank.afterQueue(this::changePassword);
        var payout = companies.pay(company, true);

        companies.work(company);
        assertThat(companies.status(company, payout)).isEqualTo("AUTHORIZING");
        clock.advance(Duration.ofSeconds(10));
        companies.work(company);

        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(source().expired()).isTrue();
        renew();
        companies.work(company);
        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(bank.orderCalls(companies.reference(payout))).isEqualTo(1);
    }

    @Test
    void what_is_being_taken_back_is_taken_back_once_they_are_renewed() {
        var payout = companies.queued(company);
        changePassword();
        var owner = new Caller(company.owner(), company.scope().path() + "/payouts/new");
        owner.landing(owner.post(company.scope().path() + "/payouts/" + payout + "/cancellation", Map.of()));

        companies.work(company);

        assertThat(companies.status(company, payout)).isEqualTo("CANCELLING");
        assertThat(source().expired()).isTrue();
        renew();
        companies.work(company);
        assertThat(companies.status(company, payout)).isEqualTo("CANCELLED");
    }

    @Test
    void a_destination_that_was_asked_for_with_them_is_asked_for_again_once_they_are_renewed() {
        changePassword();
        add("Harbour Logistics").then().statusCode(403).body("status", is("CREDENTIALS_UPDATE_REQUIRED"));
        var waiting = newest();
        assertThat(waiting.status()).isEqualTo(Beneficiary.Status.REQUESTED);
        assertThat(bank.asked("addBeneficiary")).isEqualTo(1);

        clock.advance(Duration.ofMinutes(10));
        companies.work(company);
        assertThat(bank.asked("addBeneficiary")).isZero();
        renew();
        companies.work(company);

        assertThat(newest().status()).isEqualTo(Beneficiary.Status.ACTIVE);
        add("Harbour Logistics")
                .then()
                .statusCode(200)
                .body("[0].destination_id", is(waiting.destination().toString()))
                .body("[0].status", is("CONFIRMED"));
    }

    @Test
    void a_destination_the_bank_knows_is_still_found() {
        changePassword();
        accounts.refresh(company.scope());

        add("Noor Hadid", "AE070331234567890123456")
                .then()
                .statusCode(200)
                .body("[0].destination_id", is(company.destination().toString()));
    }

    @Test
    void somebody_elses_login_that_has_expired_stops_nobody_but_them() {
        var payout = companies.queued(company);
        var first = own(company.first().id());
        bank.password(first.bankUser(), "another one");
        var caller = new Caller(company.first(), company.scope().path() + "/payouts/new");

        var page = caller.landing(caller.post(
                company.scope().path() + "/payouts/authorizations",
                Map.of("id", UUID.randomUUID().toString(), "payout", companies.pick(company, payout))));

        assertThat(page).contains("does not take your credentials any more");
        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(own(company.first().id()).expired()).isTrue();
        assertThat(source().expired()).isFalse();
        pay(company.destination()).then().statusCode(200);
    }

    @Test
    void a_code_that_is_handed_over_with_them_authorizes_nothing_and_the_bank_is_asked_how_it_stands() {
        var payout = companies.queued(company);
        var first = own(company.first().id());
        var caller = new Caller(company.first(), company.scope().path() + "/payouts/new");
        var window = caller.post(
                        company.scope().path() + "/payouts/authorizations",
                        Map.of("id", UUID.randomUUID().toString(), "payout", companies.pick(company, payout)))
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        bank.password(first.bankUser(), "another one");

        var page = caller.landing(caller.post(window + "/code", Map.of("otp", PickyBank.CODE)));

        assertThat(page).contains("does not take your credentials any more");
        assertThat(own(company.first().id()).expired()).isTrue();
        assertThat(companies.status(company, payout)).isEqualTo("AUTHORIZING");
        bank.say(companies.reference(payout), new io.sarf.payouts.bank.OrderStatus.Queued("ORD"));
        companies.work(company);
        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
    }

    private void changePassword() {
        bank.password(source().bankUser(), "the new one");
    }

    private void renew() {
        var source = source();
        renew.begin(
                company.scope(),
                company.owner(),
                source.id(),
                new io.sarf.payouts.bank.Credentials(source.bankUser(), "the new one"));
        assertThat(source().status()).isEqualTo(BankConnection.Status.ACTIVE);
    }

    private BankConnection source() {
        return own(company.owner().id());
    }

    private BankConnection own(UUID person) {
        return connections
                .of(company.scope(), person, bank.profile().identifier())
                .orElseThrow();
    }

    private Beneficiary newest() {
        var newest = destinations.newest(company.scope(), "", null, 1).get(0);
        return destinations.beneficiary(company.scope(), newest.id()).orElseThrow();
    }

    private ReasonCode reason(PayoutId payout) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery("select reason.code from Payout where id = :id", ReasonCode.class)
                        .setParameter("id", payout.value())
                        .getSingleResult());
    }

    private List<String> happened() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery(
                                "select type from JournalEntry where subject = :id order by subjectVersion, id",
                                String.class)
                        .setParameter("id", source().id().value())
                        .getResultList());
    }

    private Response add(String name) {
        return add(name, "AE290330000012345678901");
    }

    private Response add(String name, String iban) {
        return program.call().body("""
                        {"name":"%s","iban":"%s","address":"Pier 4","city":"Abu Dhabi","country":"ARE",
                        "currency_iso_code":"AED"}""".formatted(name, iban)).post(DESTINATIONS);
    }

    private Response pay(DestinationId destination) {
        return program.call()
                .body("""
                        {"payment_details":[{"account_id":"%s","destination_details":[{"payment_destination_id":"%s",
                        "amount":5,"description":"Salary","authorize_payment":false}]}]}""".formatted(company.account().value(), destination))
                .post("/payouts/v1/payment");
    }
}
