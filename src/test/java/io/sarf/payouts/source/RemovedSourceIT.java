package io.sarf.payouts.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

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
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payment sources that a client removes. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class RemovedSourceIT {
    @Inject
    PayingCompanies companies;

    @Inject
    ConnectedPeople connected;

    @Inject
    KnownPrograms programs;

    @Inject
    Clock clock;

    private final List<String> released = new ArrayList<>();
    private PayingCompany company;
    private Program program;
    private String sources;
    private String source;

    @BeforeEach
    void a_company_with_a_source() {
        company = companies.open(new PaperBank(clock) {
            @Override
            public boolean release(String bankUser) {
                released.add(bankUser);
                return super.release(bankUser);
            }
        });
        program = programs.program(company.scope());
        String itself = program.call()
                .get("/customers/v1/app-user-id/" + company.scope().application())
                .then()
                .extract()
                .path("customer_id");
        sources = "/customers/v1/" + itself + "/payment-sources";
        source = program.call().get(sources).then().extract().path("[0].id");
    }

    @Test
    void a_removed_source_is_gone_with_its_accounts_and_the_bank_gives_the_credentials_back() {
        remove("{\"reason\":\"USER_REQUESTED\"}").then().statusCode(200);

        program.call().get(sources).then().statusCode(200).body("", empty());
        program.call().get(sources + "/" + source).then().statusCode(404).body("status", is("UNKNOWN_PAYMENT_SOURCE"));
        pay().then().statusCode(404).body("status", is("UNKNOWN_ACCOUNT"));
        remove("{\"reason\":\"USER_REQUESTED\"}").then().statusCode(404);
        assertThat(released).hasSize(1);
    }

    @Test
    void what_was_not_sent_fails_and_what_the_bank_has_goes_on() {
        var atBank = companies.queued(company);
        var unsent = companies.pay(company, false);

        remove("{\"reason\":\"TPP_REQUESTED\"}").then().statusCode(200);
        companies.work(company);

        assertThat(companies.status(company, unsent)).isEqualTo("FAILED");
        assertThat(companies.status(company, atBank)).isEqualTo("AWAITING_AUTHORIZATION");
    }

    @Test
    void the_same_person_may_connect_the_same_bank_again_and_pay() {
        remove("{\"reason\":\"USER_REQUESTED\"}").then().statusCode(200);

        connected.connect(company.scope(), company.owner(), company.bank());

        program.call().get(sources).then().statusCode(200).body("", hasSize(1));
        pay().then().statusCode(400);
        program.call()
                .body("""
                        {"name":"Noor Hadid","iban":"AE070331234567890123456","address":"1 Main Street",
                        "city":"Dubai","country":"ARE","currency_iso_code":"AED"}""")
                .post("/payouts/v1/payment/destinations")
                .then()
                .statusCode(200)
                .body("[0].destination_id", is(company.destination().toString()))
                .body("[0].status", is("CONFIRMED"));
        pay().then().statusCode(200);
    }

    @Test
    void without_a_known_reason_nothing_is_removed() {
        remove("{}").then().statusCode(400);
        remove("{\"reason\":\"BORED\"}").then().statusCode(400);
        remove("{\"reason\":\"USER_REQUESTED\",\"why\":1}").then().statusCode(400);
        program.call()
                .body("{\"reason\":\"USER_REQUESTED\"}")
                .delete(sources + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);

        program.call().get(sources).then().body("", hasSize(1));
        assertThat(released).isEmpty();
    }

    private Response remove(String body) {
        return program.call().body(body).delete(sources + "/" + source);
    }

    private Response pay() {
        return program.call()
                .body("""
                        {"payment_details":[{"account_id":"%s","destination_details":[{"payment_destination_id":"%s",
                        "amount":5,"description":"Salary","authorize_payment":false}]}]}""".formatted(company.account().value(), company.destination()))
                .post("/payouts/v1/payment");
    }
}
