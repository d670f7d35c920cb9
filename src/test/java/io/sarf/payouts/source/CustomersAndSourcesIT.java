package io.sarf.payouts.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.client.KnownPrograms.Program;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers, what they pay from, and the banks there are. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class CustomersAndSourcesIT {
    private static final String CUSTOMERS = "/customers/v1";

    @Inject
    PayingCompanies companies;

    @Inject
    KnownPrograms programs;

    @Inject
    MovableClock clock;

    private PayingCompany company;
    private String secret;
    private Program program;

    @BeforeEach
    void a_company_with_a_back_end() {
        company = companies.open(new PaperBank(clock));
        secret = programs.secret(company.scope());
        program = programs.program(company.scope(), secret, "api");
    }

    @Test
    void a_customer_is_found_by_either_name() {
        var customer = create("user-17");

        for (var address : new String[] {"/" + customer, "/app-user-id/user-17"}) {
            program.call()
                    .get(CUSTOMERS + address)
                    .then()
                    .statusCode(200)
                    .body("customer_id", is(customer))
                    .body("app_user_id", is("user-17"));
        }
    }

    @Test
    void a_name_belongs_to_one_customer_also_when_two_ask_at_once() {
        var answers = Together.run(
                4,
                () -> program.call()
                        .body("{\"app_user_id\":\"twice\"}")
                        .post(CUSTOMERS)
                        .statusCode());

        assertThat(answers.stream().map(Together.Outcome::get))
                .containsOnlyOnce(200)
                .containsOnly(200, 409);
    }

    @Test
    void the_list_begins_with_the_company_itself() {
        create("one");
        clock.advance(Duration.ofMillis(1));
        create("two");

        program.call()
                .get(CUSTOMERS + "?page_size=2")
                .then()
                .statusCode(200)
                .body("data.app_user_id", contains(company.scope().application().toString(), "one"))
                .body("page.total_elements", is(3));
        program.call()
                .get(CUSTOMERS + "?page_size=2&page_number=1")
                .then()
                .statusCode(200)
                .body("data.app_user_id", contains("two"));
    }

    @Test
    void a_token_for_one_customer_sees_that_one_only() {
        var own = create("own");
        var other = create("other");
        var only = programs.program(company.scope(), secret, "customer." + own);

        only.call().get(CUSTOMERS + "/" + own).then().statusCode(200);
        only.call().get(CUSTOMERS + "/" + other).then().statusCode(404).body("status", is("UNKNOWN_CUSTOMER"));
        only.call().get(CUSTOMERS + "/app-user-id/other").then().statusCode(404);
        only.call().get(CUSTOMERS + "/" + other + "/payment-sources").then().statusCode(404);
        only.call().get(CUSTOMERS).then().statusCode(200).body("data.customer_id", contains(own));
        only.call()
                .get("/payouts/v1/payment/destinations/" + company.destination().value())
                .then()
                .statusCode(404);
        only.call().body("{\"app_user_id\":\"new\"}").post(CUSTOMERS).then().statusCode(403);
    }

    @Test
    void the_company_pays_from_what_it_connected_first() {
        var itself = itself();
        String source = program.call()
                .get(CUSTOMERS + "/" + itself + "/payment-sources")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].customer_id", is(itself))
                .body("[0].app_id", is(company.scope().application().toString()))
                .body("[0].status", is("ACTIVE"))
                .body("[0].bank_identifier", is(company.bank().profile().identifier()))
                .body(
                        "[0].beneficiaries.payment_destination_id",
                        contains(company.destination().value().toString()))
                .body("[0].accounts.id", hasItem(company.account().value().toString()))
                .body("[0].accounts[0]", hasKey("balance"))
                .extract()
                .path("[0].id");

        program.call()
                .get(CUSTOMERS + "/" + itself + "/payment-sources/" + source)
                .then()
                .statusCode(200)
                .body("id", is(source))
                .body("accounts[0]", not(hasKey("balance")));
        program.call()
                .get(CUSTOMERS + "/" + itself + "/payment-sources/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("status", is("UNKNOWN_PAYMENT_SOURCE"));
    }

    @Test
    void another_customer_has_no_source() {
        program.call()
                .get(CUSTOMERS + "/" + create("nobody") + "/payment-sources")
                .then()
                .statusCode(200)
                .body("", empty());
    }

    @Test
    void banks_are_told_with_their_limits() {
        var bank = company.bank().profile().identifier();
        program.call()
                .get("/banks/v1")
                .then()
                .statusCode(200)
                .body("identifier", hasItem(bank))
                .body("find { it.identifier == '" + bank + "' }.transfer_limits[0]", hasKey("min"))
                .body("find { it.identifier == '" + bank + "' }.availability.active", hasKey("payments"));
    }

    @Test
    void banks_are_filtered_as_the_reference_says() {
        var bank = company.bank().profile().identifier();
        for (var query : List.of(
                "account_types=BUSINESS",
                "account_types=PERSONAL&account_types=BUSINESS",
                "account_types=PERSONAL,BUSINESS",
                "bank_type=SME",
                "connection_types=DIRECT_CONNECTION",
                "country_codes=SAU,ARE",
                "customer_id=" + UUID.randomUUID(),
                "account_types=")) {
            program.call().get("/banks/v1?" + query).then().statusCode(200).body("identifier", hasItem(bank));
        }
        for (var query : List.of(
                "account_types=PERSONAL", "bank_type=RETAIL", "connection_types=OPEN_BANKING", "country_codes=FRA")) {
            program.call().get("/banks/v1?" + query).then().statusCode(200).body("identifier", not(hasItem(bank)));
        }
        program.call()
                .get("/banks/v1?account_types=BUSINESS,NOBODY&country_codes=fr")
                .then()
                .statusCode(400)
                .body("metadata.errors.field", contains("account_types", "country_codes"));
    }

    private String create(String name) {
        return program.call()
                .body("{\"app_user_id\":\"" + name + "\",\"government_identifiers\":[{\"type\":\"X\"}]}")
                .post(CUSTOMERS)
                .then()
                .statusCode(200)
                .extract()
                .path("customer_id");
    }

    private String itself() {
        return program.call()
                .get(CUSTOMERS + "/app-user-id/" + company.scope().application())
                .then()
                .statusCode(200)
                .extract()
                .path("customer_id");
    }
}
