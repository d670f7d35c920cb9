package io.sarf.payouts.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.bank.BeneficiaryAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.NameCheck;
import io.sarf.payouts.bank.NewBeneficiary;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.team.Person;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payouts to an account that the bank knows by another name. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class NameAcceptanceIT {
    private static final int ROUNDS = 10;
    private static final String HELD = "Held: the name does not match";

    @Inject
    PayingCompanies companies;

    @Inject
    KnownPrograms programs;

    @Inject
    Ids ids;

    @Inject
    MovableClock clock;

    private PayingCompany company;
    private Caller first;
    private Caller second;

    @BeforeEach
    void a_company_whose_payee_has_another_name_at_the_bank() {
        company = companies.open(new PaperBank(clock) {
            @Override
            public BeneficiaryAnswer addBeneficiary(Credentials credentials, NewBeneficiary beneficiary) {
                return new BeneficiaryAnswer.Active(
                        "BEN-" + beneficiary.reference(), new NameCheck(NameCheck.Result.NO_MATCH, null));
            }
        });
        first = new Caller(company.first(), payouts() + "/new");
        second = new Caller(company.second(), payouts() + "/new");
    }

    @Test
    void until_somebody_says_yes_the_payout_is_not_sent_to_the_bank_and_says_why() {
        var payout = held();

        assertThat(companies.status(company, payout)).isEqualTo("CREATED");
        assertThat(company.bank().orderCalls(companies.reference(payout))).isZero();
        assertThat(first.get(payouts())).contains(HELD);
        assertThat(first.get(payouts() + "/" + payout))
                .contains(HELD, "The bank knows this account by another name.", "name-acceptance")
                .doesNotContain("/authorization-reviews");
        clock.advance(Duration.ofDays(1));
        companies.work(company);
        assertThat(company.bank().orderCalls(companies.reference(payout))).isZero();
    }

    @Test
    void it_goes_on_by_itself_when_the_bank_comes_to_know_the_account_by_its_name() {
        var payout = held();
        companies.nameCheck(company, NameCheck.Result.MATCH);

        clock.advance(Duration.ofMinutes(10));
        companies.work(company);

        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(companies.events(payout)).doesNotContain("payout.name_accepted");
    }

    @Test
    void a_yes_is_journalled_with_its_person_and_lets_the_payout_go_on() {
        var payout = held();

        assertThat(first.landing(say(first, payout))).contains("The name is accepted");
        companies.work(company);

        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(companies.events(payout))
                .containsExactly("payout.created", "payout.name_accepted", "payout.sent_to_bank", "payout.queued");
        assertThat(first.get(payouts() + "/" + payout))
                .contains("Accepted by First Controller", "Accepted although the name does not match")
                .doesNotContain("name-acceptance");
        assertThat(first.get(payouts())).doesNotContain(HELD);
    }

    @Test
    void whoever_connected_the_default_authorizer_does_not_say_yes_and_is_told_why() {
        var payout = held();
        var owner = new Caller(company.owner(), payouts() + "/new");

        assertThat(owner.get(payouts() + "/" + payout))
                .contains("another Financial Controller has to accept the name")
                .doesNotContain("/name-acceptance");
        assertThat(owner.landing(say(owner, payout))).contains("another Financial Controller has to accept the name");
        assertThat(companies.events(payout)).containsExactly("payout.created");
    }

    @Test
    void with_a_second_person_asked_for_whoever_said_yes_does_not_authorize() {
        companies.secondPerson(company, true);
        var payout = held();
        say(first, payout);
        companies.work(company);
        var form = Map.of("id", ids.next().toString(), "payout", List.of(companies.pick(company, payout)));

        assertThat(first.landing(first.post(payouts() + "/authorizations", form)))
                .contains("so another Financial Controller has to authorize it");
        assertThat(second.landing(second.post(payouts() + "/authorizations", form)))
                .contains("Code sent to the phone");
    }

    @Test
    void of_two_who_say_yes_at_once_one_is_kept_and_the_other_is_told() {
        for (var round = 0; round < ROUNDS; round++) {
            var payout = held();

            var both = Together.run(List.<Callable<String>>of(
                    () -> first.landing(say(first, payout)), () -> second.landing(say(second, payout))));

            assertThat(both)
                    .extracting(Together.Outcome::get)
                    .satisfiesOnlyOnce(page -> assertThat(page).contains("The name is accepted"))
                    .satisfiesOnlyOnce(page -> assertThat(page).contains("has accepted the name already"));
            assertThat(companies.events(payout)).containsOnlyOnce("payout.name_accepted");
        }
    }

    /** Nobody would see it before the money is gone. */
    @Test
    void the_api_refuses_to_pay_such_a_name_automatically_and_names_the_field() {
        held();
        var program = programs.program(company.scope());

        program.call()
                .body(payment(true))
                .post("/payouts/v1/payment")
                .then()
                .statusCode(400)
                .body("status", is("INVALID_PARAMETERS"))
                .body(
                        "message",
                        startsWith("The bank says the name does not match the account, so a person has to look at it"
                                + " first. field: payment_details[0].destination_details[0].payment_destination_id,"));
        program.call().body(payment(false)).post("/payouts/v1/payment").then().statusCode(200);
    }

    private String payment(boolean automatic) {
        return """
                {"payment_details":[{"account_id":"%s","destination_details":[{"payment_destination_id":"%s",
                "amount":120.00,"description":"Rent","authorize_payment":%s}]}]}""".formatted(company.account().value(), company.destination().value(), automatic);
    }

    @Test
    void where_the_name_matches_there_is_nothing_to_accept() {
        company = companies.open(new PaperBank(clock));
        first = new Caller(company.first(), payouts() + "/new");
        var payout = companies.queued(company);

        assertThat(first.landing(say(first, payout))).contains("There is nothing to accept");
        assertThat(companies.events(payout)).doesNotContain("payout.name_accepted");
    }

    @Test
    void one_that_the_bank_came_to_know_by_another_name_later_is_left_out_of_authorizing_and_releasing() {
        company = companies.open(new PaperBank(clock));
        first = new Caller(company.first(), payouts() + "/new");
        companies.onDemand(company, true);
        var payout = companies.queued(company);
        var pick = companies.pick(company, payout);
        companies.nameCheck(company, NameCheck.Result.NO_MATCH);

        var review = first.post(payouts() + "/authorization-reviews", Map.of("payout", payout.toString()));
        review.then().statusCode(200).body(containsString(HELD)).body(containsString("Left out"));
        var form = Map.of("id", ids.next().toString(), "payout", pick);
        assertThat(first.landing(first.post(payouts() + "/authorizations", form)))
                .contains("is held");
        assertThat(first.landing(first.post(payouts() + "/releases", form))).contains("is held");

        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
        first.landing(say(first, payout));
        assertThat(first.landing(begin(company.first(), payout))).contains("Code sent to the phone");
    }

    private io.restassured.response.Response begin(Person person, PayoutId payout) {
        return new Caller(person, payouts() + "/new")
                .post(
                        payouts() + "/authorizations",
                        Map.of("id", ids.next().toString(), "payout", companies.pick(company, payout)));
    }

    private PayoutId held() {
        var payout = companies.pay(company, false);
        companies.work(company);
        return payout;
    }

    private io.restassured.response.Response say(Caller caller, PayoutId payout) {
        return caller.post(payouts() + "/" + payout + "/name-acceptance", Map.of());
    }

    private String payouts() {
        return company.scope().path() + "/payouts";
    }
}
