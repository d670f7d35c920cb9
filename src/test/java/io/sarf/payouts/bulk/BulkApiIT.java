package io.sarf.payouts.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.sarf.payouts.bank.BeneficiaryAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.NewBeneficiary;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.client.KnownPrograms.Program;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.journal.Sealer;
import io.sarf.payouts.work.Lease;
import io.sarf.testing.ByHand;
import io.sarf.testing.Eventually;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many payouts in one call. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class BulkApiIT {
    private static final String ADDRESS = "/payouts/v1/bulk-payments";

    @Inject
    PayingCompanies companies;

    @Inject
    KnownPrograms programs;

    @Inject
    Sealer sealer;

    @Inject
    FollowBulks follow;

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
    void a_bulk_payment_is_answered_with_its_total_and_each_row_is_a_payout_of_its_own() {
        String id = create(known("10.25"), brought("Harbour Logistics", "1.75"), known("100"))
                .then()
                .statusCode(201)
                .body("mechanism", is("CSV"))
                .body(
                        "sender_details.bank_identifier",
                        is(company.bank().profile().identifier()))
                .body("payouts_payment_details.status", is("AWAITING_AUTHORIZATION"))
                .body("payouts_payment_details.currency", is("AED"))
                .body("payouts_payment_details.total_amount", is(112.00f))
                .body("payouts_payment_details.total_payments", is(3))
                .extract()
                .path("bulk_payment_intent_id");

        program.call()
                .get(ADDRESS + "/" + id + "/payments?page_size=2")
                .then()
                .statusCode(200)
                .body("content.row", contains(0, 1))
                .body("content.amount", contains(10.25f, 1.75f))
                .body("content.recipient_name", contains("Noor Hadid", "Harbour Logistics"))
                .body("content.status", everyItem(is("AWAITING_AUTHORIZATION")))
                .body("content.payment_id", everyItem(nullValue()))
                .body("page.total_elements", is(3));
        program.call()
                .get(ADDRESS + "/" + id + "/payments?page_size=2&page_number=1")
                .then()
                .body("content.row", contains(2));
    }

    @Test
    void a_bulk_payment_stands_where_the_payout_with_the_longest_way_stands_and_the_client_is_told() {
        String id = automatic(known("10"), known("20"))
                .then()
                .statusCode(201)
                .extract()
                .path("bulk_payment_intent_id");

        companies.work(company);
        sealer.sealAll();
        // Sealing tells the follower too, on another thread, which may do the work or a part of it.
        Eventually.holds("bulk payment accepted by the bank", () -> {
            follow.run();
            return "ACCEPTED_BY_BANK".equals(status(id));
        });
        sealer.sealAll();

        program.call()
                .get(ADDRESS + "/" + id)
                .then()
                .statusCode(200)
                .body("payouts_payment_details.counts.ACCEPTED_BY_BANK", is(2))
                .body("payouts_payment_details.counts.FAILED", is(0));
        program.call()
                .get("/events/v1")
                .then()
                .body("data.type", hasItems("bulk_payment_intent.created", "bulk_payment_intent.updated"));
        program.call()
                .get("/events/v1?type=bulk_payment_intent.updated")
                .then()
                .body("data", hasSize(1))
                .body("data[0].payload.id", is(id))
                .body("data[0].payload.status", is("ACCEPTED_BY_BANK"))
                .body("data[0].payload.counts.ACCEPTED_BY_BANK", is(2));
    }

    @Test
    void a_payee_the_bank_refuses_fails_its_own_row_and_no_other() {
        var picky = new PaperBank(clock) {
            @Override
            public BeneficiaryAnswer addBeneficiary(Credentials credentials, NewBeneficiary beneficiary) {
                return beneficiary.creditor().name().startsWith("Unwanted")
                        ? new BeneficiaryAnswer.Refused(ReasonCode.BENEFICIARY_NOT_FOUND, "Account closed")
                        : super.addBeneficiary(credentials, beneficiary);
            }
        };
        company = companies.open(picky);
        program = programs.program(company.scope());

        String id = automatic(brought("Unwanted Person", "5"), known("6"))
                .then()
                .statusCode(201)
                .extract()
                .path("bulk_payment_intent_id");
        companies.work(company);

        program.call()
                .get(ADDRESS + "/" + id + "/payments")
                .then()
                .body("content.status", contains("FAILED", "ACCEPTED_BY_BANK"))
                .body("content.granular_status_code", contains("BENEFICIARY_NOT_FOUND", null));
    }

    @Test
    void a_payee_that_stands_twice_is_one_destination() {
        create(brought("Harbour Logistics", "5"), brought("HARBOUR  logistics", "6"))
                .then()
                .statusCode(201);
        create(brought("Harbour Logistics", "7")).then().statusCode(201);

        assertThat(companies.rows(company)).containsExactly(3L, 3L, 2L, 2L);
    }

    @Test
    void one_faulty_entry_refuses_all_with_every_fault_and_nothing_is_written() {
        var before = companies.rows(company);

        create(
                        known("-3"),
                        brought("Single", "5"),
                        "{\"destination_id\":\"%s\",\"amount\":1.001,\"currency\":\"USD\",\"description\":\"*\"}"
                                .formatted(company.destination().value()),
                        "{\"amount\":1,\"currency\":\"AED\",\"description\":\"x\"}",
                        brought("Harbour Logistics", "5"))
                .then()
                .statusCode(400)
                .body("metadata.errors.field", hasItems("payments[1].destination_details.name", "payments[3]"));
        var other = "{\"destination_id\":\"%s\",\"amount\":1.001,\"currency\":\"USD\",\"description\":\"%s\"}";
        create(known("-3"), other.formatted(company.destination().value(), "*"), brought("Harbour Logistics", "5"))
                .then()
                .statusCode(400)
                .body("status", is("INVALID_AMOUNT"))
                .body("metadata.errors.field", contains("payments[0].amount", "payments[1].description"));
        create(known("3"), other.formatted(company.destination().value(), "x"), brought("Harbour Logistics", "5"))
                .then()
                .statusCode(400)
                .body("metadata.errors.field", contains("payments[1].currency", "payments[1].amount"));

        assertThat(companies.rows(company)).isEqualTo(before);
    }

    @Test
    void unknown_ids_are_told_after_faults_of_shape_and_nothing_is_written() {
        var before = companies.rows(company);
        var nobody = "{\"destination_id\":\"%s\",\"amount\":1,\"currency\":\"AED\",\"description\":\"x\"}";

        create(brought("Harbour Logistics", "5"), nobody.formatted(UUID.randomUUID()))
                .then()
                .statusCode(404)
                .body("status", is("UNKNOWN_PAYMENT_DESTINATION"))
                .body("message", containsString("field: payments[1].destination_id"));
        program.call()
                .body(body(UUID.randomUUID().toString(), false, known("1"), known("2")))
                .post(ADDRESS)
                .then()
                .statusCode(404)
                .body("status", is("UNKNOWN_ACCOUNT"))
                .body("message", containsString("field: account_id"));

        assertThat(companies.rows(company)).isEqualTo(before);
    }

    @Test
    void ten_thousand_rows_are_taken_and_one_more_is_refused() {
        var rows = IntStream.range(0, 10_000).mapToObj(i -> known("1")).collect(Collectors.toList());

        var first = program.call("payday")
                .body(body(company.account().value().toString(), false, rows.toArray(String[]::new)))
                .post(ADDRESS);
        first.then().statusCode(201).body("payouts_payment_details.total_payments", is(10_000));
        assertThat(companies.rows(company).subList(0, 2)).isEqualTo(List.of(10_000L, 10_000L));

        rows.add(known("1"));
        create(rows.toArray(String[]::new)).then().statusCode(400);
        assertThat(companies.rows(company).subList(0, 2)).isEqualTo(List.of(10_000L, 10_000L));
    }

    @Test
    void the_same_key_is_one_bulk_payment() {
        var body = body(company.account().value().toString(), false, known("1"), brought("Harbour Logistics", "2"));

        var first = program.call("payday-2").body(body).post(ADDRESS);
        var again = program.call("payday-2").body(body).post(ADDRESS);

        first.then().statusCode(201);
        again.then().statusCode(201).header("idempotent-replayed", "true");
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(companies.rows(company)).containsExactly(2L, 2L, 2L, 2L);
    }

    @Test
    void a_bulk_payment_of_another_is_not_there() {
        String id = create(known("1")).then().statusCode(201).extract().path("bulk_payment_intent_id");
        var other = programs.program(companies.open(new PaperBank(clock)).scope());

        for (var address : List.of(ADDRESS + "/" + id, ADDRESS + "/" + id + "/payments")) {
            other.call().get(address).then().statusCode(404).body("status", is("UNKNOWN_PAYMENT_INTENT"));
        }
    }

    @Test
    void a_single_payout_does_not_wait_behind_a_bulk_payment_of_its_own_company() {
        automatic(known("1"), known("2"), known("3"), known("4"), known("5"));
        var single = companies.pay(company, true);

        var claimed = companies.claim(company, 2);

        assertThat(claimed).extracting(Lease::work).hasSize(2).contains(single.value());
    }

    private String status(String bulk) {
        return program.call().get(ADDRESS + "/" + bulk).path("payouts_payment_details.status");
    }

    private Response create(String... entries) {
        return program.call()
                .body(body(company.account().value().toString(), false, entries))
                .post(ADDRESS);
    }

    private Response automatic(String... entries) {
        return program.call()
                .body(body(company.account().value().toString(), true, entries))
                .post(ADDRESS);
    }

    private static String body(String account, boolean automatic, String... entries) {
        return "{\"account_id\":\"%s\",\"authorize_payment\":%s,\"payments\":[%s]}"
                .formatted(account, automatic, String.join(",", entries));
    }

    /** To somebody who is a destination. */
    private String known(String amount) {
        return "{\"destination_id\":\"%s\",\"amount\":%s,\"currency\":\"AED\",\"description\":\"Salary\"}"
                .formatted(company.destination().value(), amount);
    }

    /** To somebody who may not be one yet; with what Lean's API takes and does not use. */
    private static String brought(String name, String amount) {
        return ("{\"destination_details\":{\"id\":null,\"status\":\"ACTIVE\",\"default\":false,\"name\":\"%s\","
                        + "\"iban\":\"AE290330000012345678901\",\"address\":\"Pier 4\",\"city\":\"Abu Dhabi\","
                        + "\"country\":\"ARE\"},\"amount\":%s,\"currency\":\"AED\",\"description\":\"Salary\"}")
                .formatted(name, amount);
    }
}
