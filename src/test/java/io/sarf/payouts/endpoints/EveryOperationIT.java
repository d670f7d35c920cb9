package io.sarf.payouts.endpoints;

import static io.restassured.RestAssured.given;
import static io.sarf.payouts.endpoints.Operations.bearer;
import static io.sarf.payouts.endpoints.Operations.call;
import static io.sarf.payouts.endpoints.Operations.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.client.ForgedTokens;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Every operation of the API, tried without a token, with too little of one, and with the tokens of others. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
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

    private static final String NO_TOKEN = "no token";
    private static final String PAGE_SESSION = "the session of a page";
    private static final String CUSTOMER = "a token for one customer";
    private static final String SCOPE_ALONE = "the scope alone";
    private static final String WITHOUT_SCOPE = "all scopes but this";
    private static final String NOT_ENABLED = "payouts not enabled";
    private static final String OTHER_APPLICATION = "another application";
    private static final String OTHER_ENVIRONMENT = "the other environment";
    private static final AccessTables ACCESS = new AccessTables(
            "operations",
            new AccessTables.Table(
                    "Operations of the API",
                    Route::api,
                    List.of(
                            NO_TOKEN,
                            PAGE_SESSION,
                            "an expired token",
                            "a wrong signature",
                            "alg none",
                            "the public key as a secret",
                            SCOPE_ALONE,
                            WITHOUT_SCOPE,
                            CUSTOMER,
                            NOT_ENABLED,
                            OTHER_APPLICATION,
                            OTHER_ENVIRONMENT)));

    @Inject
    Companies companies;

    @Inject
    ForgedTokens forged;

    @Inject
    Tables tables;

    private final Tried tried = new Tried();

    @Test
    void without_a_token_of_ours_every_operation_answers_401() {
        var session = companies.northwind().founder();
        for (var route : Operations.all()) {
            var address = Addresses.own(route, companies.northwind());
            expect(NO_TOKEN, route, call(given(), route, address), 401, "UNAUTHORIZED");
            if (route.reads()) {
                var answer = session.get(address);
                tried.status(PAGE_SESSION, route, answer, 401);
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
        var token = companies.token(northwind, Environment.SANDBOX, "customer." + customer);
        for (var route : Operations.all()) {
            var answer = call(bearer(token), route, Addresses.own(route, northwind));
            if (!ONE_CUSTOMERS.contains(route.scope())) {
                expect(CUSTOMER, route, answer, 403, "INCORRECT_ACCESS_LEVEL");
            } else {
                tried.letIn(CUSTOMER, route, seen(answer));
            }
        }
        end();
    }

    @Test
    void anybody_reads_how_tokens_are_bought_and_checked() {
        for (var route : Routes.api()) {
            if (AllowedCallers.of(route) == Who.ANYBODY) {
                tried.status(NO_TOKEN, route, seen(given().get(route.path())), 200);
            }
        }
        end();
    }

    @Test
    void the_scope_of_an_operation_is_enough_for_it() {
        var northwind = companies.northwind();
        var token = companies.token(northwind, Environment.SANDBOX, "api");
        var spare = Operations.spare(northwind, companies);
        for (var route : Operations.all()) {
            var one = bearer(forged.only(token, route.scope()));
            var answer = call(one, route, Addresses.own(route, route.reads() ? northwind : spare));
            tried.expect(
                    SCOPE_ALONE,
                    route,
                    seen(answer),
                    "what it asks for, or 400 for a body without anything",
                    given -> given.status() < 300 || given.status() == 400);
        }
        end();
    }

    @Test
    void while_payouts_is_not_enabled_every_operation_on_payouts_and_their_sources_answers_403() {
        var elsewhere = companies.elsewhere();
        var token = companies.token(elsewhere, Environment.PRODUCTION, "api");
        for (var route : ofPayouts()) {
            var answer = call(bearer(token), route, Addresses.own(route, companies.northwind()));
            expect(NOT_ENABLED, route, answer, 403, "INSUFFICIENT_ACCESS_LEVEL");
        }
        end();
    }

    @Test
    void the_application_that_owns_a_row_finds_it() {
        var northwind = companies.northwind();
        var token = companies.token(northwind, Environment.SANDBOX, "api");
        for (var route : Operations.withRows()) {
            if (route.reads()) {
                var answer = call(bearer(token), route, Addresses.own(route, northwind));
                assertThat(answer.statusCode()).as(route.toString()).isEqualTo(200);
            }
        }
    }

    @Test
    void whoever_is_refused_has_changed_no_row() throws Exception {
        var owner = companies.northwind();
        var token = companies.token(owner, Environment.SANDBOX, "api");
        var others = Map.of(
                OTHER_APPLICATION, companies.token(companies.elsewhere(), Environment.SANDBOX, "api"),
                OTHER_ENVIRONMENT, companies.token(owner, Environment.PRODUCTION, "api"));

        var changed = tables.changedBy(() -> {
            for (var route : Operations.all()) {
                var address = Addresses.own(route, owner);
                for (var one : forged.of(token).entrySet()) {
                    expect(one.getKey(), route, call(bearer(one.getValue()), route, address), 401, "UNAUTHORIZED");
                }
                if (!route.scope().isEmpty()) {
                    var less = bearer(forged.without(token, route.scope()));
                    expect(WITHOUT_SCOPE, route, call(less, route, address), 403, "INCORRECT_ACCESS_LEVEL");
                }
                others.forEach((who, theirs) -> tellsNothing(who, route, call(bearer(theirs), route, address), owner));
            }
        });

        end();
        assertThat(changed).isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void what_each_caller_got_is_what_the_page_says() throws IOException {
        ACCESS.compare();
    }

    /** Refused; or, where an address names no row, answered with one's own and with nothing of the owner's. */
    private void tellsNothing(String who, Route route, Response answer, Company owner) {
        var told = answer.asString();
        var refused = Addresses.namesRow(route) ? answer.statusCode() == 404 : answer.statusCode() >= 400;
        var own = !Addresses.namesRow(route)
                && route.reads()
                && answer.statusCode() == 200
                && owner.rows().entrySet().stream()
                        .filter(row -> !Set.of("applications", "new").contains(row.getKey()))
                        .noneMatch(row -> told.contains(row.getValue()));
        tried.expect(who, route, seen(answer), "nothing of the owner's", any -> refused || own);
    }

    private static List<Route> ofPayouts() {
        return Operations.all().stream()
                .filter(route -> route.below("/payouts/v1") || route.path().contains("/payment-sources"))
                .toList();
    }

    private void expect(String who, Route route, Response answer, int status, String code) {
        tried.expect(
                who,
                route,
                seen(answer),
                status + " " + code,
                any -> answer.statusCode() == status && code.equals(answer.path("status")));
    }

    private void end() {
        tried.end(ACCESS);
    }
}
