package io.sarf.payouts.doors;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sarf.payouts.application.Environment;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every operation of the API, tried without a token, with too little of one, and with the tokens of others. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class EveryOperationIT {
    /** What a token for one customer carries, as the wire contract says. */
    private static final Set<String> ONE_CUSTOMERS = Set.of(
            "customer.read",
            "beneficiary.write",
            "payment.read",
            "payment.write",
            "destination.read",
            "connect.read",
            "connect.write",
            "application.read",
            "bank.read");

    @Inject
    Companies companies;

    private final List<String> surprises = new ArrayList<>();

    @Test
    void without_a_token_of_ours_every_operation_answers_401() {
        var session = companies.northwind().founder();
        for (var route : operations()) {
            var address = Addresses.own(route, companies.northwind());
            expect("nobody", route, call(given(), route, address), 401, "UNAUTHORIZED");
            if (route.reads()) {
                var answer = session.get(address);
                assertThat(answer.status())
                        .as("%s with the session of a page", route)
                        .isEqualTo(401);
            }
        }
        end();
    }

    @Test
    void a_token_that_does_not_carry_the_scope_answers_403() {
        var northwind = companies.northwind();
        var customer = companies
                .value(
                        "select customer from application_environment where application = ? and environment = 'SANDBOX'",
                        northwind.application())
                .orElseThrow();
        var token = token(northwind, Environment.SANDBOX, "customer." + customer);
        for (var route : operations()) {
            if (!ONE_CUSTOMERS.contains(route.scope())) {
                var answer = call(bearer(token), route, Addresses.own(route, northwind));
                expect("a customer's token", route, answer, 403, "INCORRECT_ACCESS_LEVEL");
            }
        }
        end();
    }

    @Test
    void while_payouts_is_not_enabled_every_operation_on_payouts_and_their_sources_answers_403() {
        var elsewhere = companies.elsewhere();
        var token = token(elsewhere, Environment.PRODUCTION, "api");
        for (var route : ofPayouts()) {
            var answer = call(bearer(token), route, Addresses.own(route, companies.northwind()));
            expect("an environment without payouts", route, answer, 403, "INSUFFICIENT_ACCESS_LEVEL");
        }
        end();
    }

    @Test
    void the_application_that_owns_a_row_finds_it() {
        var northwind = companies.northwind();
        var token = token(northwind, Environment.SANDBOX, "api");
        for (var route : withRows()) {
            if (route.reads()) {
                var answer = call(bearer(token), route, Addresses.own(route, northwind));
                assertThat(answer.statusCode()).as(route.toString()).isEqualTo(200);
            }
        }
    }

    @Test
    void another_application_gets_the_404_of_an_id_that_nothing_has() {
        rowsAreMissing(companies.elsewhere(), Environment.SANDBOX);
    }

    @Test
    void the_other_environment_gets_the_404_of_an_id_that_nothing_has() {
        rowsAreMissing(companies.northwind(), Environment.PRODUCTION);
    }

    @Test
    void a_payment_that_names_the_account_or_the_destination_of_another_is_not_made() {
        var elsewhere = companies.elsewhere();
        var theirs = companies.northwind();
        var account = companies
                .value("select id from source_account where application = ?", elsewhere.application())
                .orElseThrow();
        var token = token(elsewhere, Environment.SANDBOX, "api");

        var foreignAccount = bearer(token).body(payment(theirs.row("account"), theirs.row("destinations")));
        var answer = foreignAccount.post("/payouts/v1/payment");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.<String>path("status")).isEqualTo("UNKNOWN_ACCOUNT");

        var foreignPayee = bearer(token).body(payment(account, theirs.row("destinations")));
        answer = foreignPayee.post("/payouts/v1/payment");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.<String>path("status")).isEqualTo("UNKNOWN_PAYMENT_DESTINATION");

        assertThat(companies.value(
                        "select id from payout where application = ? and destination = ?",
                        elsewhere.application(),
                        theirs.row("destinations")))
                .isEmpty();
    }

    private void rowsAreMissing(Company company, Environment environment) {
        var token = token(company, environment, "api");
        var path = environment.path();
        for (var route : withRows()) {
            var unknown = call(bearer(token), route, Addresses.unknown(route, company, path));
            var foreign = call(bearer(token), route, Addresses.foreign(route, company, path, companies.northwind()));
            if (unknown.statusCode() != 404
                    || foreign.statusCode() != 404
                    || !told(foreign).equals(told(unknown))) {
                surprises.add("%s: %s is not %s".formatted(route, foreign.asString(), unknown.asString()));
            }
        }
        end();
    }

    /** What the answer says apart from when. */
    private static Map<String, Object> told(Response answer) {
        Map<String, Object> body = answer.jsonPath().getMap("");
        body.remove("timestamp");
        return body;
    }

    private static List<Route> operations() {
        return Routes.api().stream()
                .filter(route -> DoorPlan.of(route) == Who.PROGRAM)
                .toList();
    }

    private static List<Route> ofPayouts() {
        return operations().stream()
                .filter(route -> route.below("/payouts/v1") || route.path().contains("/payment-sources"))
                .toList();
    }

    private static List<Route> withRows() {
        return operations().stream().filter(Addresses::namesRow).toList();
    }

    private String token(Company company, Environment environment, String scope) {
        return companies.token(company, environment, scope);
    }

    private static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    private static Response call(RequestSpecification call, Route route, String address) {
        return route.reads()
                ? call.get(address)
                : call.contentType("application/json").body("{}").request(route.method(), address);
    }

    private void expect(String who, Route route, Response answer, int status, String code) {
        if (answer.statusCode() != status || !code.equals(answer.path("status"))) {
            surprises.add("%s, %s: %d %s expected, got %d %s"
                    .formatted(who, route, status, code, answer.statusCode(), answer.asString()));
        }
    }

    private void end() {
        assertThat(surprises).isEmpty();
        assertThat(operations()).isNotEmpty();
    }

    private static Map<String, Object> payment(String account, String destination) {
        var payout = Map.of(
                "payment_destination_id",
                destination,
                "amount",
                12.50,
                "currency",
                "AED",
                "description",
                "INV 2041 March",
                "authorize_payment",
                false);
        return Map.of(
                "payment_details",
                List.of(Map.of("account_id", account, "currency", "AED", "destination_details", List.of(payout))));
    }
}
