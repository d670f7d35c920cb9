package io.sarf.payouts.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.bank.BeneficiaryAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.NameCheck;
import io.sarf.payouts.bank.NewBeneficiary;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody who rehearses does not wait a day for a new destination. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class TimePassesIT {
    @Inject
    PayingCompanies companies;

    @Inject
    MovableClock clock;

    @Test
    void a_payout_that_waits_for_a_cool_off_goes_when_a_day_was_let_pass_and_that_of_another_company_waits_on() {
        var company = companies.open(coolingOff());
        var payout = companies.pay(company, false);
        companies.work(company);
        var other = companies.open(coolingOff());
        var others = companies.pay(other, false);
        companies.work(other);
        var caller = new Caller(company.owner(), company.scope().path() + "/integration/test-users");

        assertThat(caller.landing(letPass(caller, company, "PT1H")))
                .contains("Time has passed at the sandbox bank: An hour.");
        companies.due(company);
        companies.work(company);
        assertThat(companies.status(company, payout)).isEqualTo("CREATED");

        assertThat(caller.landing(letPass(caller, company, "PT24H")))
                .contains("Time has passed at the sandbox bank: A day.");
        companies.work(company);
        companies.work(company);
        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
        companies.due(other);
        companies.work(other);
        assertThat(companies.status(other, others)).isEqualTo("CREATED");
    }

    @Test
    void only_the_lengths_that_are_offered_can_pass() {
        var company = companies.open(new PaperBank(clock));
        var caller = new Caller(company.owner(), company.scope().path() + "/integration/test-users");

        assertThat(caller.landing(letPass(caller, company, "PT9000H"))).contains("Choose how long");
    }

    private static io.restassured.response.Response letPass(Caller caller, PayingCompany company, String by) {
        return caller.post(company.scope().path() + "/integration/test-users/time", Map.of("by", by));
    }

    private PaperBank coolingOff() {
        return new PaperBank(clock) {
            @Override
            public BeneficiaryAnswer addBeneficiary(Credentials credentials, NewBeneficiary beneficiary) {
                return new BeneficiaryAnswer.CoolOff(
                        "BEN-" + beneficiary.reference(),
                        clock.instant().plus(Duration.ofDays(1)),
                        new NameCheck(NameCheck.Result.MATCH, null));
            }
        };
    }
}
