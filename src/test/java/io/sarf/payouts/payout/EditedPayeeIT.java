package io.sarf.payouts.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.sarf.payouts.bank.CompleteAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.destination.KnownPayees;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.platform.Ids;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people are shown of a payee is the name that the bank checked, and what they were shown is what is paid. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class EditedPayeeIT {
    private static final String LEGAL = "Harbour Logistics";
    private static final String ALIAS = "Dubai Electricity";

    @Inject
    PayingCompanies companies;

    @Inject
    KnownPayees payees;

    @Inject
    KnownPrograms programs;

    @Inject
    Ids ids;

    @Inject
    MovableClock clock;

    private final AtomicInteger codes = new AtomicInteger();
    private PayingCompany company;
    private Caller first;

    @BeforeEach
    void a_company_that_calls_a_payee_by_another_name() {
        company = companies.open(new PaperBank(clock) {
            @Override
            public CompleteAnswer complete(Credentials credentials, String challenge, String otp) {
                codes.incrementAndGet();
                return super.complete(credentials, challenge, otp);
            }
        });
        var payee = payees.alias(company.scope(), LEGAL, ALIAS, company.owner().actor());
        company = new PayingCompany(
                company.scope(),
                company.bank(),
                company.owner(),
                company.first(),
                company.second(),
                company.account(),
                payee.id());
        first = new Caller(company.first(), payouts() + "/new");
    }

    @Test
    void the_legal_name_stands_first_and_the_display_name_beside_it_wherever_money_is_decided_or_followed() {
        companies.onDemand(company, true);
        var payout = companies.queued(company);
        var selected = Map.of("payout", payout.toString());

        sees(first.get(payouts()));
        sees(first.get(payouts() + "?q=harbour"));
        sees(first.get(payouts() + "/" + payout));
        sees(first.get(payouts() + "/new"));
        sees(first.post(payouts() + "/review", draft()).asString());
        sees(first.post(payouts() + "/authorization-reviews", selected).asString());
        sees(first.post(payouts() + "/release-reviews", selected).asString());
        var window = begin(payout);
        sees(first.get(window));
        sees(first.landing(code(window)));
        sees(new Caller(company.owner(), payouts()).get(company.scope().path() + "/activity"));
        assertThat(first.get(payouts() + "/" + payout)).contains("<title>" + LEGAL);
        programs.program(company.scope())
                .call()
                .get("/payouts/v1/payments")
                .then()
                .body("content[0].recipient_name", is(ALIAS));
    }

    private static void sees(String page) {
        assertThat(page).contains(LEGAL, ALIAS);
        assertThat(page.indexOf(LEGAL)).isLessThan(page.indexOf(ALIAS));
    }

    @Test
    void an_edit_while_a_code_is_on_the_way_keeps_it_from_the_bank() {
        var payout = companies.queued(company);
        var window = begin(payout);
        edit("Pier 9", 0);

        assertThat(first.landing(code(window))).contains("changed while its code was on the way");
        assertThat(codes).hasValue(0);

        company.bank().say(companies.reference(payout), new OrderStatus.Queued("ORD"));
        companies.due(company);
        companies.work(company);
        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(first.landing(code(begin(payout)))).contains("Accepted by the bank");
    }

    @Test
    void an_edit_after_a_review_keeps_what_was_reviewed_from_being_authorized_or_released() {
        companies.onDemand(company, true);
        var payout = companies.queued(company);
        var pick = companies.pick(company, payout);
        edit("Pier 9", 0);

        var form = Map.of("id", ids.next().toString(), "payout", pick);
        for (var action : new String[] {"/authorizations", "/releases"}) {
            assertThat(first.post(payouts() + action, form).header("Location")).doesNotContain(form.get("id"));
        }
        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
    }

    @Test
    void what_the_bank_has_already_goes_on_with_the_earlier_data_and_its_approvers_see_both() {
        var payout = companies.queued(company);
        edit("Pier 9", 0);

        assertThat(first.get(payouts() + "/" + payout)).contains("The payee was edited since", "Pier 4", "Pier 9");
        first.post(payouts() + "/authorization-reviews", Map.of("payout", payout.toString()))
                .then()
                .statusCode(200)
                .body(containsString("The payee was edited since"));
        var program = programs.program(company.scope());
        program.call().get("/payouts/v1/intents/" + payout).then().body("payment_destination.address", is("Pier 4"));
        program.call().get("/payouts/v1/payments").then().body("content[0].recipient_address", is("Pier 4"));
        assertThat(company.bank().order(companies.reference(payout)).toString()).doesNotContain("R1");
    }

    @Test
    void what_was_not_sent_yet_goes_with_the_new_data() {
        var payout = companies.pay(company, false);
        edit("Pier 9", 0);
        companies.work(company);

        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(company.bank().order(companies.reference(payout)).toString()).contains("R1");
        assertThat(first.get(payouts() + "/" + payout)).doesNotContain("The payee was edited since");
        programs.program(company.scope())
                .call()
                .get("/payouts/v1/intents/" + payout)
                .then()
                .body("payment_destination.address", is("Pier 9"));
    }

    private void edit(String address, int revision) {
        var form = new HashMap<String, String>();
        form.put("display_name", ALIAS);
        form.put("address", address);
        form.put("city", "Abu Dhabi");
        form.put("country", "ARE");
        form.put("currency_iso_code", "AED");
        form.put("revision", Integer.toString(revision));
        var url = company.scope().path() + "/destinations/" + company.destination() + "/changes";
        assertThat(first.landing(first.post(url, form))).contains("The destination is saved", "Active");
    }

    private Map<String, String> draft() {
        return Map.of(
                "id",
                ids.next().toString(),
                "account",
                company.account().toString(),
                "destination",
                company.destination().toString(),
                "amount",
                "12.00",
                "description",
                "Rent");
    }

    /** Returns the path of the window. */
    private String begin(PayoutId payout) {
        var begun = first.post(
                payouts() + "/authorizations",
                Map.of("id", ids.next().toString(), "payout", companies.pick(company, payout)));
        return URI.create(begun.header("Location")).getPath();
    }

    private Response code(String window) {
        return first.post(window + "/code", Map.of("otp", PaperBank.CODE));
    }

    private String payouts() {
        return company.scope().path() + "/payouts";
    }
}
