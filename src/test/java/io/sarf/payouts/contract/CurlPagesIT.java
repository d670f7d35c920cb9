package io.sarf.payouts.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.client.KnownPrograms.Program;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.journal.Sealer;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whoever copies a line from the pages gets what the page shows. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class CurlPagesIT {
    /** Fields of answers that later lines name. */
    private static final Map<String, String> KEPT =
            Map.of("authorization_id", "AUTHORIZATION", "bulk_payment_intent_id", "BULK");

    @Inject
    PayingCompanies companies;

    @Inject
    KnownPrograms programs;

    @Inject
    Sealer sealer;

    @Inject
    MovableClock clock;

    @TestHTTPResource("/")
    URI address;

    @Test
    void every_line_is_answered_as_shown() throws Exception {
        var surprises = new ArrayList<String>();
        for (var page : CurlPage.all()) {
            var variables = variables();
            for (var call : page.calls()) {
                var answer = Curl.run(call.words(variables));
                if (answer.status() != call.status()) {
                    surprises.add("%s: %s answered %d %s".formatted(page, call.line(), answer.status(), answer.body()));
                }
                CurlPage.differences("", call.answer(), answer.body())
                        .forEach(difference -> surprises.add(page + ": " + call.line() + ": " + difference));
                KEPT.forEach((field, variable) -> {
                    if (answer.body().has(field)) {
                        variables.put(variable, answer.body().path(field).asText());
                    }
                });
            }
        }
        assertThat(surprises).isEmpty();
    }

    @Test
    void a_machine_without_curl_makes_the_same_calls() throws Exception {
        var page = CurlPage.all().stream()
                .filter(one -> one.toString().equals("token.md"))
                .findFirst()
                .orElseThrow();
        var variables = variables();
        for (var call : page.calls()) {
            var answer = Curl.withoutCurl(call.words(variables));
            assertThat(answer.status()).as(call.line()).isEqualTo(call.status());
            assertThat(CurlPage.differences("", call.answer(), answer.body())).isEmpty();
        }
    }

    @Test
    void every_resource_has_a_page_with_lines() throws IOException {
        assertThat(CurlPage.all())
                .filteredOn(page -> !page.calls().isEmpty())
                .extracting(CurlPage::toString)
                .contains(
                        "token.md",
                        "errors.md",
                        "idempotency.md",
                        "payouts.md",
                        "bulk-payments.md",
                        "authorizations.md",
                        "destinations.md",
                        "customers.md",
                        "payment-sources.md",
                        "banks.md",
                        "events.md");
    }

    /** Of a company of its own for each page; the longest name first, because one may begin like another. */
    private Map<String, String> variables() {
        var company = companies.open(new PaperBank(clock));
        companies.onDemand(company, true);
        var secret = programs.secret(company.scope());
        var program = programs.program(company.scope(), secret, "api");
        var fresh = companies.pay(company, false);
        clock.advance(Duration.ofSeconds(1));
        var intent = companies.queued(company);
        clock.advance(Duration.ofSeconds(1));
        sealer.sealAll();
        var application = company.scope().application().toString();
        String customer =
                told(program, "/customers/v1/app-user-id/" + application).get("customer_id");
        var variables = new TreeMap<String, String>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        variables.put("SARF", address.toString().replaceAll("/$", ""));
        variables.put("APPLICATION", application);
        variables.put("SECRET", secret);
        variables.put("TOKEN", program.token());
        variables.put("ACCOUNT", company.account().value().toString());
        variables.put("DESTINATION", company.destination().value().toString());
        variables.put("CUSTOMER", customer);
        variables.put(
                "SOURCE",
                told(program, "/customers/v1/" + customer + "/payment-sources").get("[0].id"));
        variables.put("FRESH", fresh.toString());
        variables.put("INTENT", intent.toString());
        variables.put("PAYMENT", told(program, "/payouts/v1/intents/" + intent).get("payment.id"));
        return variables;
    }

    private static JsonPath told(Program program, String address) {
        return program.call().get(address).then().statusCode(200).extract().jsonPath();
    }
}
