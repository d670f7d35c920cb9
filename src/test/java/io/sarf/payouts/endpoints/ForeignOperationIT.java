package io.sarf.payouts.endpoints;

import static io.sarf.payouts.endpoints.Operations.bearer;
import static io.sarf.payouts.endpoints.Operations.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sarf.payouts.application.Environment;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ids of others in the addresses and bodies of the API: to a program they are ids that nothing has. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ForeignOperationIT {
    @Inject
    Companies companies;

    @Test
    void another_application_gets_the_404_of_an_id_that_nothing_has() {
        rowsAreMissing("another application", companies.elsewhere(), Environment.SANDBOX);
    }

    @Test
    void the_other_environment_gets_the_404_of_an_id_that_nothing_has() {
        rowsAreMissing("the other environment", companies.northwind(), Environment.PRODUCTION);
    }

    @Test
    void a_payment_that_names_the_account_or_the_destination_of_another_is_not_made() {
        var elsewhere = companies.elsewhere();
        var theirs = companies.northwind();
        var account = companies
                .value("select id from source_account where application = ?", elsewhere.application())
                .orElseThrow();
        var token = companies.token(elsewhere, Environment.SANDBOX, "api");

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

    private void rowsAreMissing(String who, Company company, Environment environment) {
        var token = companies.token(company, environment, "api");
        var path = environment.path();
        var tried = new Tried();
        for (var route : Operations.withRows()) {
            var unknown = call(bearer(token), route, Addresses.unknown(route, company, path));
            var foreign = call(bearer(token), route, Addresses.foreign(route, company, path, companies.northwind()));
            tried.expect(
                    who,
                    route,
                    Operations.seen(foreign),
                    "the same 404 as for what is not there",
                    answer -> answer.status() == 404
                            && unknown.statusCode() == 404
                            && told(foreign).equals(told(unknown)));
        }
        tried.end();
    }

    /** What the answer says apart from when. */
    private static Map<String, Object> told(Response answer) {
        Map<String, Object> body = answer.jsonPath().getMap("");
        body.remove("timestamp");
        return body;
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
