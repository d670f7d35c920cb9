package io.sarf.payouts.ondemand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.client.KnownPrograms.Program;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payouts that a client releases itself. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class OnDemandApiIT {
    private static final String ADDRESS = "/payouts/v1/authorizations";

    @Inject
    PayingCompanies companies;

    @Inject
    KnownPrograms programs;

    @Inject
    MovableClock clock;

    private PayingCompany company;
    private Program program;

    @BeforeEach
    void a_company_that_may_release() {
        company = companies.open(new PaperBank(clock));
        companies.onDemand(company, true);
        program = programs.program(company.scope());
    }

    @Test
    void released_payouts_are_authorized_without_a_person() {
        var one = companies.queued(company);
        var other = companies.queued(company);

        String id = release(one, other)
                .then()
                .statusCode(202)
                .body("status", is("IN_PROGRESS"))
                .body("payments.payment_intent_id", contains(one.toString(), other.toString()))
                .body("payments.status", contains("AWAITING_AUTHORIZATION", "AWAITING_AUTHORIZATION"))
                .body("payments.error_message", contains(nullValue(), nullValue()))
                .extract()
                .path("authorization_id");
        leasesRunOut();
        companies.work(company);

        program.call()
                .get(ADDRESS + "/" + id)
                .then()
                .statusCode(200)
                .body("status", is("COMPLETED"))
                .body("payments.status", contains("ACCEPTED_BY_BANK", "ACCEPTED_BY_BANK"));
        assertThat(companies.events(one)).contains("payout.released_on_demand", "payout.accepted");
        assertThat(company.bank().orderCalls(companies.reference(one))).isEqualTo(1);
    }

    @Test
    void a_payout_in_another_state_has_an_error_of_its_own_and_the_rest_proceeds() {
        var waits = companies.queued(company);
        var fresh = companies.pay(company, false);

        String id = release(fresh, waits)
                .then()
                .statusCode(202)
                .body("payments[0].error_message", containsString("INVALID_STATE"))
                .body("payments[1].error_message", nullValue())
                .extract()
                .path("authorization_id");
        companies.work(company);

        program.call()
                .get(ADDRESS + "/" + id)
                .then()
                .body("status", is("COMPLETED"))
                .body("payments[0].error_message", containsString("INVALID_STATE"))
                .body("payments[1].status", is("ACCEPTED_BY_BANK"));
        assertThat(companies.status(company, fresh)).isEqualTo("AWAITING_AUTHORIZATION");
    }

    @Test
    void an_unknown_payout_refuses_the_whole_call() {
        var waits = companies.queued(company);
        var nobodys = UUID.randomUUID();
        var foreign = companies.queued(companies.open(new PaperBank(clock)));

        release(waits, new PayoutId(nobodys), foreign)
                .then()
                .statusCode(404)
                .body("status", is("UNKNOWN_PAYMENT_INTENT"))
                .body("metadata.errors.field", contains("payment_intent_ids[1]", "payment_intent_ids[2]"));

        assertThat(companies.status(company, waits)).isEqualTo("AWAITING_AUTHORIZATION");
    }

    @Test
    void released_twice_at_once_a_payout_is_released_once() {
        for (var round = 0; round < 10; round++) {
            var waits = companies.queued(company);

            var answers = Together.run(3, () -> release(waits));

            assertThat(answers.stream()
                            .map(answer -> answer.get().<String>path("payments[0].error_message"))
                            .filter(message -> message == null))
                    .hasSize(1);
            companies.work(company);
            assertThat(companies.events(waits)).containsOnlyOnce("payout.released_on_demand");
        }
    }

    @Test
    void when_the_bank_wants_a_code_the_payout_waits_again_and_says_so() {
        var strict = new PaperBank(clock) {
            @Override
            public BeginAnswer beginOnce(Credentials credentials, List<OurReference> references) {
                return new BeginAnswer.OtpNeeded("OTP", "phone", clock.instant().plus(Duration.ofMinutes(5)), 3);
            }
        };
        company = companies.open(strict);
        companies.onDemand(company, true);
        program = programs.program(company.scope());
        var waits = companies.queued(company);

        String id = release(waits).then().statusCode(202).extract().path("authorization_id");
        companies.work(company);
        program.call().get(ADDRESS + "/" + id).then().body("status", is("IN_PROGRESS"));
        clock.advance(Duration.ofSeconds(5));
        companies.work(company);

        program.call()
                .get(ADDRESS + "/" + id)
                .then()
                .body("status", is("COMPLETED"))
                .body("payments[0].status", is("AWAITING_AUTHORIZATION"))
                .body("payments[0].error_message", containsString("wants a person"));
    }

    @Test
    void the_same_key_releases_once() {
        var waits = companies.queued(company);

        var first = program.call("release-1").body(body(waits)).post(ADDRESS);
        var again = program.call("release-1").body(body(waits)).post(ADDRESS);

        first.then().statusCode(202);
        again.then().statusCode(202).header("idempotent-replayed", "true");
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
    }

    @Test
    void all_faults_of_a_body_are_told_at_once() {
        var waits = companies.queued(company);

        program.call()
                .body("{\"payment_intent_ids\":[\"%s\",\"%s\",\"%s\"]}".formatted(waits, waits, waits))
                .post(ADDRESS)
                .then()
                .statusCode(400)
                .body("metadata.errors", hasSize(2))
                .body("metadata.errors.field", contains("payment_intent_ids[1]", "payment_intent_ids[2]"));
        program.call().body("{\"payment_intent_ids\":[]}").post(ADDRESS).then().statusCode(400);
        program.call()
                .body("{\"payment_intent_ids\":[\"%s\",null]}".formatted(waits))
                .post(ADDRESS)
                .then()
                .statusCode(400)
                .body("message", containsString("payment_intent_ids[1]"));
    }

    @Test
    void while_it_is_not_enabled_it_is_refused_and_a_token_of_before_does_not_help_later() {
        var waits = companies.queued(company);
        companies.onDemand(company, false);

        release(waits).then().statusCode(403).body("status", is("INSUFFICIENT_ACCESS_LEVEL"));

        var without = programs.program(company.scope());
        companies.onDemand(company, true);
        without.call()
                .body(body(waits))
                .post(ADDRESS)
                .then()
                .statusCode(403)
                .body("status", is("INCORRECT_ACCESS_LEVEL"));
        assertThat(companies.status(company, waits)).isEqualTo("AWAITING_AUTHORIZATION");
    }

    /** Those under which the payouts were brought to the bank. */
    private void leasesRunOut() {
        clock.advance(Duration.ofMinutes(1));
    }

    private Response release(PayoutId... payouts) {
        return program.call().body(body(payouts)).post(ADDRESS);
    }

    private static String body(PayoutId... payouts) {
        return Arrays.stream(payouts)
                .map(payout -> "\"" + payout + "\"")
                .collect(Collectors.joining(",", "{\"payment_intent_ids\":[", "]}"));
    }
}
