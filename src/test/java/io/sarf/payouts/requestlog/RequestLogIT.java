package io.sarf.payouts.requestlog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.client.KnownPrograms.Program;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.requestlog.LoggedCalls.Wanted;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.Eventually;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a back end did, as its developers read it. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class RequestLogIT {
    private static final Wanted ANYTHING = new Wanted(null, null, null, null);
    private static final String IBAN = "AE680030012312312312123";

    @Inject
    PayingCompanies companies;

    @Inject
    KnownPrograms programs;

    @Inject
    CallLog log;

    @Inject
    LoggedCalls calls;

    @Inject
    MovableClock clock;

    private PayingCompany company;
    private Scope sandbox;
    private Program program;

    @BeforeEach
    void a_company_with_a_program() {
        company = companies.open(new PaperBank(clock));
        sandbox = company.scope();
        program = programs.program(sandbox);
    }

    /** A call whose bodies hold an account number: refused, because a payee has two names at least. */
    private Response refused(String correlation) {
        return program.call()
                .header("lean-correlation-id", correlation)
                .body(Map.of(
                        "name", "Harbour",
                        "iban", IBAN,
                        "address", "Pier 4",
                        "city", "Abu Dhabi",
                        "country", "ARE",
                        "currency_iso_code", "AED"))
                .post("/payouts/v1/payment/destinations");
    }

    /** Once it is written: the server tells of the end of a call a moment after the client has seen it. */
    private LoggedCall logged(Scope scope, Wanted wanted) {
        return Eventually.get("call in the log", () -> {
            log.write();
            return calls.newest(scope, wanted, null, 10).stream().findFirst();
        });
    }

    private static Wanted with(String correlation) {
        return new Wanted(null, null, null, correlation);
    }

    private static String unique() {
        return "order-" + UUID.randomUUID();
    }

    @Test
    void a_call_is_in_the_log_with_its_code_and_without_account_number_or_name() {
        var correlation = unique();
        refused(correlation).then().statusCode(400);

        var call = logged(sandbox, with(correlation));

        assertThat(call.facts().method()).isEqualTo("POST");
        assertThat(call.facts().path()).isEqualTo("/payouts/v1/payment/destinations");
        assertThat(call.facts().status()).isEqualTo(400);
        assertThat(call.facts().code()).isEqualTo("INVALID_NAME");
        assertThat(call.facts().at()).isEqualTo(clock.instant());
        assertThat(call.facts().durationMs()).isNotNegative();
        assertThat(call.bodies().request())
                .contains("\"iban\" : \"…2123\"", "\"name\" : \"H…\"")
                .doesNotContain(IBAN, "Harbour");
        assertThat(call.bodies().response()).contains("INVALID_NAME").doesNotContain(IBAN, "Harbour");
    }

    @Test
    void what_an_operation_answers_from_a_record_is_in_the_log_too() {
        program.call().get("/customers/v1?page_size=5").then().statusCode(200);

        var call = logged(sandbox, new Wanted(2, "GET", "customers", null));

        assertThat(call.facts().path()).isEqualTo("/customers/v1?page_size=5");
        assertThat(call.bodies().request()).isNull();
        assertThat(call.bodies().response()).contains("app_user_id");
    }

    @Test
    void neither_the_other_environment_nor_another_application_sees_it() {
        var correlation = unique();
        refused(correlation);
        var call = logged(sandbox, with(correlation));

        var production = new Scope(sandbox.application(), Environment.PRODUCTION);
        var elsewhere = companies.open(new PaperBank(clock)).scope();
        for (var other : List.of(production, elsewhere)) {
            assertThat(calls.newest(other, with(correlation), null, 10)).isEmpty();
            assertThatThrownBy(() -> calls.require(other, call.id())).isInstanceOf(Missing.class);
        }
    }

    @Test
    void buying_a_token_is_in_the_log_without_any_body() {
        var call = logged(sandbox, new Wanted(2, "POST", "/oauth2/token", null));

        assertThat(call.bodies()).isEqualTo(new LoggedCall.Bodies(null, null));
    }

    @Test
    void a_token_of_a_replaced_secret_is_in_the_log_of_those_it_was_made_for() {
        programs.secret(sandbox);
        program.call().get("/banks/v1").then().statusCode(401);

        assertThat(logged(sandbox, new Wanted(4, null, "/banks/v1", null))
                        .facts()
                        .code())
                .isEqualTo("UNAUTHORIZED");
    }

    @Test
    void what_nobody_has_signed_is_in_no_log() {
        var correlation = unique();
        given().header("lean-correlation-id", correlation)
                .header("Authorization", "Bearer nonsense")
                .get("/banks/v1")
                .then()
                .statusCode(401);
        // A later call of the same connection's server, so that the first one would have been heard by then.
        var later = unique();
        refused(later);
        logged(sandbox, with(later));

        assertThat(calls.newest(sandbox, with(correlation), null, 10)).isEmpty();
    }

    @Test
    void who_keeps_being_turned_away_does_not_fill_the_log() {
        programs.secret(sandbox);
        for (var i = 0; i < 70; i++) {
            program.call().get("/customers/v1?page_number=" + i).then().statusCode(401);
        }
        program = programs.program(sandbox);
        var last = unique();
        refused(last);
        logged(sandbox, with(last));

        assertThat(calls.newest(sandbox, new Wanted(4, null, "/customers/v1", null), null, 100))
                .hasSize(60);
    }

    @Test
    void calls_are_kept_for_seven_days() {
        var correlation = unique();
        refused(correlation);
        logged(sandbox, with(correlation));

        clock.advance(Duration.ofDays(7));
        deleteOld();
        assertThat(calls.newest(sandbox, with(correlation), null, 10)).hasSize(1);

        clock.advance(Duration.ofMillis(1));
        deleteOld();
        assertThat(calls.newest(sandbox, with(correlation), null, 10)).isEmpty();
    }

    private void deleteOld() {
        while (calls.deleteBatch()) {
            // The next batch.
        }
    }

    @Test
    void the_page_shows_calls_newest_first_and_leads_from_page_to_page() {
        for (var i = 0; i < 51; i++) {
            clock.advance(Duration.ofMillis(1));
            program.call().get("/customers/v1?page_number=" + i).then().statusCode(200);
        }
        Eventually.get("all of them", () -> {
            log.write();
            return calls.newest(sandbox, new Wanted(null, null, "/customers/v1", null), null, 100)
                                    .size()
                            == 51
                    ? Optional.of(true)
                    : Optional.empty();
        });
        var list = sandbox.path() + "/integration/requests";
        var developer = new Caller(company.owner(), list + "?path=customers");

        var first = developer.get(list + "?path=customers");
        assertThat(first.indexOf("/customers/v1?page_number=50"))
                .isPositive()
                .isLessThan(first.indexOf("/customers/v1?page_number=49"));
        assertThat(first).contains("page_number=1<").doesNotContain("page_number=0<");
        var older =
                first.replaceAll("(?s).*href=\"([^\"]*before=[^\"]*)\".*", "$1").replace("&amp;", "&");
        assertThat(developer.get(older)).contains("page_number=0<").doesNotContain("page_number=1<");
    }

    @Test
    void the_page_of_a_call_shows_its_bodies_and_the_list_is_filtered() {
        var correlation = unique();
        refused(correlation);
        var call = logged(sandbox, with(correlation));
        var list = sandbox.path() + "/integration/requests";
        var developer = new Caller(company.owner(), list);

        assertThat(developer.get(list + "/" + call.id())).contains("INVALID_NAME", "…2123", correlation);
        assertThat(developer.get(list + "?status=4&method=POST&path=payment&correlation=" + correlation))
                .contains(call.id().toString());
        assertThat(developer.get(list + "?status=5"))
                .contains("No request fits")
                .doesNotContain(correlation);
        assertThat(developer.get(list + "?path=%25")).contains("No request fits");
    }

    @Test
    void without_any_call_the_page_says_how_to_make_one() {
        var list = new Scope(sandbox.application(), Environment.PRODUCTION).path() + "/integration/requests";

        assertThat(new Caller(company.owner(), list).get(list)).contains("No requests in the last 7 days");
    }
}
