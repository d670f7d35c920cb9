package io.sarf.payouts.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.client.KnownPrograms.Program;
import io.sarf.payouts.connection.ConnectedPeople;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.testing.ByHand;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that come more than once. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class IdempotencyIT {
    private static final String PAYMENT = "/payouts/v1/payment";
    private static final String DESTINATIONS = "/payouts/v1/payment/destinations";
    private static final PaymentSearch.Wanted ALL =
            new PaymentSearch.Wanted(null, null, null, null, null, null, null, null, null, null);

    @Inject
    PayingCompanies companies;

    @Inject
    ConnectedPeople connected;

    @Inject
    KnownPrograms programs;

    @Inject
    PaymentSearch search;

    @Inject
    Clock clock;

    private PayingCompany company;
    private Program program;

    @BeforeEach
    void a_company_with_a_back_end() {
        company = companies.open(new PaperBank(clock));
        program = programs.program(company.scope());
    }

    @Test
    void the_same_call_again_pays_nobody_again_and_is_answered_byte_for_byte() {
        var first = pay("order-1", "120.00");
        var again = pay("order-1", "120.00");

        first.then().statusCode(200).header("idempotent-replayed", nullValue());
        again.then().statusCode(200).header("idempotent-replayed", "true").contentType("application/json");
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(payouts()).isEqualTo(1);
    }

    @Test
    void without_a_key_every_call_counts() {
        program.call().body(payment("120.00")).post(PAYMENT).then().statusCode(200);
        program.call().body(payment("120.00")).post(PAYMENT).then().statusCode(200);

        assertThat(payouts()).isEqualTo(2);
    }

    @Test
    void a_key_with_another_body_is_refused_and_nothing_is_written() {
        pay("order-2", "120.00").then().statusCode(200);

        pay("order-2", "120.01").then().statusCode(422).body("status", is("IDEMPOTENCY_KEY_REUSED"));

        assertThat(payouts()).isEqualTo(1);
    }

    @Test
    void what_the_body_itself_caused_is_answered_again_too() {
        var first = pay("order-3", "-1");
        var again = pay("order-3", "-1");

        first.then().statusCode(400);
        again.then().statusCode(400).header("idempotent-replayed", "true");
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(payouts()).isZero();
    }

    @Test
    void a_body_that_is_not_json_keeps_its_key() {
        program.call("order-4").body("{").post(PAYMENT).then().statusCode(400);

        pay("order-4", "120.00").then().statusCode(422).body("status", is("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void twins_at_the_same_moment_are_one_payout() {
        for (var round = 0; round < 5; round++) {
            var key = "twins-" + round;

            var answers = Together.run(6, () -> pay(key, "120.00"));

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.get().statusCode()).isIn(200, 409));
            assertThat(answers.stream()
                            .map(Together.Outcome::get)
                            .filter(answer -> answer.statusCode() == 200)
                            .map(Response::asString)
                            .distinct())
                    .hasSize(1);
            assertThat(payouts()).isEqualTo(round + 1);
        }
    }

    @Test
    void a_key_counts_for_one_operation_and_one_environment() {
        pay("shared", "120.00").then().statusCode(200);

        program.call("shared")
                .body(destination("AE290330000012345678901"))
                .post(DESTINATIONS)
                .then()
                .statusCode(200);
        var other = companies.open(new PaperBank(clock));
        programs.program(other.scope())
                .call("shared")
                .body(payment(other, "120.00"))
                .post(PAYMENT)
                .then()
                .statusCode(200)
                .header("idempotent-replayed", nullValue());
    }

    @Test
    void a_key_is_1_to_255_printable_characters() {
        for (var key : List.of("k".repeat(256), "t\tb")) {
            pay(key, "120.00").then().statusCode(400).body("status", is("INVALID_PARAMETERS"));
        }
        pay("k".repeat(255), "120.00").then().statusCode(200);

        assertThat(payouts()).isEqualTo(1);
    }

    @Test
    void a_refusal_that_may_end_is_not_kept() {
        companies.close(company);
        pay("order-5", "120.00").then().statusCode(403);

        companies.reopen(company);

        pay("order-5", "120.00").then().statusCode(200).header("idempotent-replayed", nullValue());
    }

    @Test
    void a_refusal_because_of_a_removed_destination_is_not_stored() {
        var payee = DESTINATIONS + "/" + company.destination().value();
        program.call().delete(payee).then().statusCode(200);
        pay("order-6", "120.00").then().statusCode(400);
        bulk("order-6").then().statusCode(400);

        known();

        pay("order-6", "120.00").then().statusCode(200).header("idempotent-replayed", nullValue());
        bulk("order-6").then().statusCode(201).header("idempotent-replayed", nullValue());
    }

    @Test
    void a_refusal_because_of_a_disconnected_account_is_not_stored() {
        disconnect();
        pay("order-7", "120.00").then().statusCode(404).body("status", is("UNKNOWN_ACCOUNT"));
        var another = destination("AE290330000012345678901");
        program.call("order-7")
                .body(another)
                .post(DESTINATIONS)
                .then()
                .statusCode(404)
                .body("status", is("UNKNOWN_PAYMENT_SOURCE"));

        connected.connect(company.scope(), company.owner(), company.bank());
        known();

        pay("order-7", "120.00").then().statusCode(200).header("idempotent-replayed", nullValue());
        program.call("order-7")
                .body(another)
                .post(DESTINATIONS)
                .then()
                .statusCode(200)
                .header("idempotent-replayed", nullValue());
    }

    @Test
    void a_destination_that_can_never_do_is_answered_the_same_again() {
        var body = destination("AE990330000000010001013");
        program.call("payee-2").body(body).post(DESTINATIONS).then().statusCode(400);

        program.call("payee-2")
                .body(body)
                .post(DESTINATIONS)
                .then()
                .statusCode(400)
                .body("status", is("INVALID_IBAN"))
                .header("idempotent-replayed", "true");
    }

    @Test
    void a_destination_asked_for_again_is_answered_byte_for_byte() {
        var body = destination("AE470261001234567890123");
        var first = program.call("payee").body(body).post(DESTINATIONS);
        var again = program.call("payee").body(body).post(DESTINATIONS);

        first.then().statusCode(200).body("[0].status", is("CONFIRMED"));
        again.then().statusCode(200).header("idempotent-replayed", "true");
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
    }

    /** The payee is asked for again. */
    private void known() {
        program.call()
                .body("""
                        {"name":"Noor Hadid","iban":"AE070331234567890123456","address":"1 Main Street",
                        "city":"Dubai","country":"ARE","currency_iso_code":"AED"}""")
                .post(DESTINATIONS)
                .then()
                .statusCode(200)
                .body("[0].destination_id", is(company.destination().toString()));
    }

    private void disconnect() {
        String customer = program.call()
                .get("/customers/v1/app-user-id/" + company.scope().application())
                .then()
                .extract()
                .path("customer_id");
        var sources = "/customers/v1/" + customer + "/payment-sources";
        String source = program.call().get(sources).then().extract().path("[0].id");
        program.call()
                .body("{\"reason\":\"USER_REQUESTED\"}")
                .delete(sources + "/" + source)
                .then()
                .statusCode(200);
    }

    private Response bulk(String key) {
        return program.call(key)
                .body("""
                        {"account_id":"%s","authorize_payment":false,"payments":[{"destination_id":"%s","amount":7,
                        "currency":"AED","description":"Salary"}]}""".formatted(company.account().value(), company.destination()))
                .post("/payouts/v1/bulk-payments");
    }

    private Response pay(String key, String amount) {
        return program.call(key).body(payment(amount)).post(PAYMENT);
    }

    private long payouts() {
        return search.count(company.scope(), ALL);
    }

    private String payment(String amount) {
        return payment(company, amount);
    }

    private static String payment(PayingCompany of, String amount) {
        return """
                {"payment_details":[{"account_id":"%s","destination_details":[{"payment_destination_id":"%s",
                "amount":%s,"description":"Salary","authorize_payment":false}]}]}""".formatted(of.account().value(), of.destination().value(), amount);
    }

    private static String destination(String iban) {
        return """
                {"name":"Harbour Logistics %s","iban":"%s","address":"Pier 4","city":"Abu Dhabi","country":"ARE",
                "currency_iso_code":"AED"}""".formatted(
                        UUID.nameUUIDFromBytes(iban.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .toString()
                                .substring(0, 4),
                        iban);
    }
}
