package io.sarf.payouts.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.Order;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.bank.ReasonCode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking payouts up and taking them back, as a back end does. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class PaymentsApiIT {
    private static final String LIST = "/payouts/v1/payments";

    @Inject
    PayingCompanies companies;

    @Inject
    KnownPrograms programs;

    @Inject
    MovableClock clock;

    private PayingCompany company;
    private Program program;

    @BeforeEach
    void a_company_with_a_back_end() {
        company = companies.open(new PaperBank(clock));
        program = programs.program(company.scope());
    }

    @Test
    void the_list_tells_every_field_newest_first() {
        companies.pay(company, true);
        clock.advance(Duration.ofSeconds(1));
        var newest = companies.queued(company);

        program.call()
                .get(LIST)
                .then()
                .statusCode(200)
                .body("page.number", is(0))
                .body("page.size", is(50))
                .body("page.total_elements", is(2))
                .body("page.total_pages", is(1))
                .body("page", hasKey("sort"))
                .body("page.sort", nullValue())
                .body("page", not(hasKey("next_cursor")))
                .body("content", hasSize(2))
                .body("content[0].payment_intent_id", is(newest.toString()))
                .body("content[0].payment_id", notNullValue())
                .body("content[0].pending_manual_authorization", is(true))
                .body("content[0].recipient_name", is("Noor Hadid"))
                .body("content[0].recipient_iban", is("AE070331234567890123456"))
                .body("content[0].recipient_city", is("Dubai"))
                .body("content[0].recipient_country", is("ARE"))
                .body("content[0].amount", equalTo(120.0f))
                .body("content[0].currency", is("AED"))
                .body("content[0].status", is("AWAITING_AUTHORIZATION"))
                .body("content[0]", hasKey("post_initiation_status"))
                .body("content[1]", not(hasKey("payment_id")))
                .body("content[1].auto_authorized", is(true))
                .body("content[1].pending_manual_authorization", is(false));
    }

    @Test
    void filters_leave_out_what_does_not_match() {
        var waiting = companies.queued(company);
        var taken = companies.pay(company, false);
        program.call().post(LIST + "/" + taken + "/cancellation").then().statusCode(200);

        assertThat(intents("status=FAILED")).containsExactly(taken.toString());
        assertThat(intents("status=AWAITING_AUTHORIZATION")).containsExactly(waiting.toString());
        assertThat(intents("amount_min=120&amount_max=120.00")).hasSize(2);
        assertThat(intents("amount_min=120.01")).isEmpty();
        assertThat(intents("account_id=" + company.account().value())).hasSize(2);
        assertThat(intents("destination_id=" + UUID.randomUUID())).isEmpty();
        assertThat(intents("external_reference=PO-1")).isEmpty();
        assertThat(intents("from=" + clock.instant().minusSeconds(60) + "&to=" + clock.instant()))
                .hasSize(2);
        assertThat(intents("from=" + clock.instant().plusSeconds(1))).isEmpty();
    }

    @Test
    void a_reference_is_found_by_itself_and_by_nothing_that_only_looks_like_it() {
        program.call()
                .body("""
                        {"payment_details":[{"account_id":"%s","destination_details":[{"payment_destination_id":"%s",
                        "amount":5,"description":"Salary","external_reference":"Émile-7","authorize_payment":false}]}]}""".formatted(company.account().value(), company.destination()))
                .post("/payouts/v1/payment")
                .then()
                .statusCode(200);

        assertThat(withReference("Émile-7")).isEqualTo(1);
        for (var other : List.of("émile-7", "Emile-7", "emile-7", "Émile-7 ", " Émile-7", "Émile-_", "%", "Émile-")) {
            assertThat(withReference(other)).as(other).isZero();
        }
    }

    private int withReference(String reference) {
        return program.call()
                .queryParam("external_reference", reference)
                .get(LIST)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("content")
                .size();
    }

    @Test
    void all_faults_of_a_query_are_told_at_once() {
        program.call()
                .get(LIST + "?page_size=101&amount_min=much&from=yesterday&status=GONE&cursor=abc&staus=FAILED&page=2")
                .then()
                .statusCode(400)
                .body("status", is("INVALID_PARAMETERS"))
                .body(
                        "metadata.errors.field",
                        contains("page_size", "cursor", "amount_min", "from", "status", "page", "staus"));
    }

    @Test
    void a_walk_by_cursor_meets_each_payout_once_while_others_are_made() {
        var there = new ArrayList<String>();
        for (var i = 0; i < 25; i++) {
            there.add(companies.pay(company, false).toString());
        }
        var met = new ArrayList<String>();
        String cursor = null;
        do {
            var page = page(cursor == null ? "page_size=4" : "page_size=4&cursor=" + cursor);
            met.addAll(page.getList("content.payment_intent_id"));
            cursor = page.getString("page.next_cursor");
            clock.advance(Duration.ofMillis(1));
            companies.pay(company, false);
        } while (cursor != null);

        assertThat(met).containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void the_history_tells_what_webhooks_told_newest_first() {
        var payout = companies.queued(company);
        String payment = page("").getString("content[0].payment_id");

        for (var id : List.of(payout.toString(), payment)) {
            program.call()
                    .get(LIST + "/" + id + "/history")
                    .then()
                    .statusCode(200)
                    .body("page.size", is(10))
                    .body("content", hasSize(1))
                    .body("content[0].payment_id", is(payment))
                    .body("content[0].events.event", contains("payment.created"))
                    .body("content[0].events[0].status", is("AWAITING_AUTHORIZATION"))
                    .body("content[0].events[0].published_at", notNullValue());
        }
        program.call()
                .get(LIST + "/" + UUID.randomUUID() + "/history")
                .then()
                .statusCode(404)
                .body("status", is("UNKNOWN_PAYMENT"));
    }

    @Test
    void a_payout_nobody_has_sent_is_taken_back_at_once_and_stays_so() {
        var payout = companies.pay(company, false);

        for (var time = 0; time < 2; time++) {
            program.call()
                    .post(LIST + "/" + payout + "/cancellation")
                    .then()
                    .statusCode(200)
                    .body("payment_intent_id", is(payout.toString()))
                    .body("status", is("FAILED"));
        }

        assertThat(companies.events(payout)).containsExactly("payout.created", "payout.cancelled_unsent");
        program.call()
                .get("/payouts/v1/intents/" + payout)
                .then()
                .statusCode(200)
                .body("payment.id", nullValue())
                .body("payment.status", is("FAILED"))
                .body("payment.granular_status_code", is("USER_CANCELLED"));
    }

    @Test
    void a_payout_the_bank_refuses_to_take_shows_status_and_reason_on_its_intent() {
        var refusing = companies.open(new PaperBank(clock) {
            @Override
            public QueueAnswer queue(Credentials credentials, Order order) {
                return new QueueAnswer.Refused(ReasonCode.INSUFFICIENT_BALANCE, "Not enough money");
            }
        });
        var payout = companies.pay(refusing, false);
        var intent = "/payouts/v1/intents/" + payout;
        var back = programs.program(refusing.scope());
        back.call().get(intent).then().statusCode(200).body("payment", nullValue());

        companies.work(refusing);

        back.call()
                .get(intent)
                .then()
                .statusCode(200)
                .body("payment.id", nullValue())
                .body("payment.payment_intent_id", is(payout.toString()))
                .body("payment.status", is("FAILED"))
                .body("payment.granular_status_code", is("INSUFFICIENT_BALANCE"))
                .body("payment.status_additional_details", is("Not enough money"));
    }

    @Test
    void the_outer_currency_contradicts_neither_the_inner_one_nor_the_account() {
        currencies("AED", "SAR").body("message", containsString("destination_details[0].currency"));
        currencies("SAR", "AED").body("message", containsString("destination_details[0].currency"));
        currencies("SAR", null).body("message", containsString("field: payment_details[0].currency"));
        currencies(null, "SAR").body("message", containsString("destination_details[0].currency"));
        assertThat(intents("")).isEmpty();
    }

    private ValidatableResponse currencies(@Nullable String outer, @Nullable String inner) {
        var body = """
                {"payment_details":[{"account_id":"%s"%s,"destination_details":[
                  {"payment_destination_id":"%s","amount":10%s,"description":"INV"}]}]}""".formatted(company.account(), currency(outer), company.destination(), currency(inner));
        return program.call()
                .body(body)
                .post("/payouts/v1/payment")
                .then()
                .statusCode(400)
                .body("status", is("INVALID_PARAMETERS"));
    }

    private static String currency(@Nullable String code) {
        return code == null ? "" : ",\"currency\":\"" + code + "\"";
    }

    @Test
    void a_total_that_was_counted_before_says_that_it_is_not_exact() {
        companies.pay(company, false);
        companies.pay(company, false);

        assertThat(page("page_size=1").<Boolean>get("page.total_is_exact")).isNull();
        companies.pay(company, false);

        var later = page("page_size=1");
        assertThat(later.getInt("page.total_elements")).isEqualTo(2);
        assertThat(later.<Boolean>get("page.total_is_exact")).isFalse();
        clock.advance(Duration.ofSeconds(5));
        assertThat(page("page_size=1").getInt("page.total_elements")).isEqualTo(3);
        assertThat(page("page_size=1&page_number=2").<Boolean>get("page.total_is_exact"))
                .isNull();
    }

    @Test
    void a_payout_on_its_way_to_the_bank_is_taken_back_once_the_bank_has_it() {
        var payout = companies.pay(company, false);
        companies.sending(payout);

        for (var time = 0; time < 2; time++) {
            program.call()
                    .post(LIST + "/" + payout + "/cancellation")
                    .then()
                    .statusCode(202)
                    .body("status", is("AWAITING_AUTHORIZATION"));
        }
        assertThat(companies.events(payout))
                .containsExactly("payout.created", "payout.sent_to_bank", "payout.cancellation_requested");
    }

    private List<String> intents(String query) {
        return page(query).getList("content.payment_intent_id");
    }

    private JsonPath page(String query) {
        return program.call()
                .get(query.isEmpty() ? LIST : LIST + "?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
