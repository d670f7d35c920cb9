package io.sarf.payouts.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.bank.BeneficiaryAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.NewBeneficiary;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.client.KnownPrograms.Program;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Destinations for a back end. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class DestinationApiIT {
    private static final String ADDRESS = "/payouts/v1/payment/destinations";

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
    void a_company_with_one_destination() {
        company = companies.open(new PaperBank(clock));
        secret = programs.secret(company.scope());
        program = programs.program(company.scope(), secret, "api");
    }

    @Test
    void destinations_are_listed_newest_first_a_page_at_a_time() {
        clock.advance(Duration.ofMillis(1));
        var newer = add();

        program.call()
                .get(ADDRESS + "?page_size=1")
                .then()
                .statusCode(200)
                .body("content.id", contains(newer))
                .body("content.status", contains("ACTIVE"))
                .body("page.total_elements", is(2));
        program.call()
                .get(ADDRESS + "?page_size=1&page_number=1")
                .then()
                .body("content.id", contains(company.destination().toString()));
        program.call()
                .get(ADDRESS + "?page_size=0&page_number=x")
                .then()
                .statusCode(400)
                .body("metadata.errors", hasSize(2));
    }

    @Test
    void a_token_for_another_customer_is_shown_none() {
        String other = program.call()
                .body("{\"app_user_id\":\"somebody\"}")
                .post("/customers/v1")
                .then()
                .extract()
                .path("customer_id");

        programs.program(company.scope(), secret, "customer." + other)
                .call()
                .get(ADDRESS)
                .then()
                .statusCode(200)
                .body("content", empty());
    }

    @Test
    void what_a_country_wants_to_know_of_the_bank_is_kept_and_told_again() {
        var body = """
                {"name":"Najd Traders","iban":"SA0380000000608010167519","address":"King Fahd Road","city":"Riyadh",
                "country":"SAU","currency_iso_code":"SAR","bank_identifier":"RJHI"%s}""";
        program.call()
                .body(body.formatted(",\"ifsc\":\"*\""))
                .post(ADDRESS)
                .then()
                .statusCode(400)
                .body("metadata.errors.field", contains("ifsc", "branch_address"));

        String id = program.call()
                .body(body.formatted(",\"branch_address\":\"Olaya Street\",\"postal_code\":\"12214\",\"ifsc\":\"I1\","
                        + "\"sort_code\":\"S1\",\"routing_number\":\"R1\",\"transit_code\":\"T1\""))
                .post(ADDRESS)
                .then()
                .statusCode(200)
                .body("[0].bank_identifier", is("RJHI"))
                .extract()
                .path("[0].destination_id");

        program.call()
                .get(ADDRESS + "/" + id)
                .then()
                .body("branch_address", is("Olaya Street"))
                .body("postal_code", is("12214"))
                .body("ifsc", is("I1"))
                .body("sort_code", is("S1"))
                .body("routing_number", is("R1"))
                .body("transit_number", is("T1"));
    }

    @Test
    void a_bank_adapter_that_breaks_at_one_payee_keeps_no_other_waiting() {
        company = companies.open(new PaperBank(clock) {
            @Override
            public BeneficiaryAnswer addBeneficiary(Credentials credentials, NewBeneficiary beneficiary) {
                if (beneficiary.creditor().name().equals("Broken Payee")) {
                    throw new IllegalStateException("This adapter is broken");
                }
                return super.addBeneficiary(credentials, beneficiary);
            }
        });
        program = programs.program(company.scope());
        String bulk = program.call()
                .body("""
                        {"account_id":"%s","authorize_payment":true,"payments":[%s,%s]}""".formatted(company.account().value(), brought("Broken Payee"), brought("Sound Payee")))
                .post("/payouts/v1/bulk-payments")
                .then()
                .statusCode(201)
                .extract()
                .path("bulk_payment_intent_id");

        companies.work(company);

        program.call()
                .get("/payouts/v1/bulk-payments/" + bulk + "/payments")
                .then()
                .body("content.status", contains("AWAITING_AUTHORIZATION", "ACCEPTED_BY_BANK"));
    }

    private static String brought(String name) {
        return """
                {"destination_details":{"name":"%s","iban":"AE290330000012345678901","address":"Pier 4",
                "city":"Abu Dhabi","country":"ARE"},"amount":5,"currency":"AED","description":"Salary"}""".formatted(name);
    }

    @Test
    void a_removed_destination_is_paid_no_more_until_it_is_added_again() {
        var id = add();
        for (var time = 0; time < 2; time++) {
            program.call().delete(ADDRESS + "/" + id).then().statusCode(200);
        }

        program.call().get(ADDRESS + "/" + id).then().body("status", is("REMOVED"));
        pay(id).then().statusCode(400).body("status", is("INVALID_PARAMETERS"));

        assertThat(add()).isEqualTo(id);
        program.call().get(ADDRESS + "/" + id).then().body("status", is("ACTIVE"));
        pay(id).then().statusCode(200);
    }

    @Test
    void a_payout_that_waits_to_be_sent_fails_when_its_destination_is_removed() {
        var payout = companies.pay(company, false);

        program.call().delete(ADDRESS + "/" + company.destination()).then().statusCode(200);
        companies.work(company);

        assertThat(companies.status(company, payout)).isEqualTo("FAILED");
    }

    @Test
    void a_destination_of_another_is_not_there_to_remove() {
        var other = programs.program(companies.open(new PaperBank(clock)).scope());

        for (var id : new String[] {
            company.destination().toString(), UUID.randomUUID().toString()
        }) {
            other.call()
                    .delete(ADDRESS + "/" + id)
                    .then()
                    .statusCode(404)
                    .body("status", is("UNKNOWN_PAYMENT_DESTINATION"));
        }
        program.call().get(ADDRESS + "/" + company.destination()).then().body("status", is("ACTIVE"));
    }

    private String add() {
        return program.call()
                .body("""
                        {"name":"Harbour Logistics","iban":"AE290330000012345678901","address":"Pier 4",
                        "city":"Abu Dhabi","country":"ARE","currency_iso_code":"AED"}""")
                .post(ADDRESS)
                .then()
                .statusCode(200)
                .body("[0].status", is("CONFIRMED"))
                .extract()
                .path("[0].destination_id");
    }

    private io.restassured.response.Response pay(String destination) {
        return program.call()
                .body("""
                        {"payment_details":[{"account_id":"%s","destination_details":[{"payment_destination_id":"%s",
                        "amount":5,"description":"Salary","authorize_payment":false}]}]}""".formatted(company.account().value(), destination))
                .post("/payouts/v1/payment");
    }
}
