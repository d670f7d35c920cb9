package io.sarf.payouts.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.sarf.payouts.bank.CompleteAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.platform.Ids;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two who authorize the same payouts at the same moment. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class AuthorizationAtOnceIT {
    private static final int ROUNDS = 10;

    @Inject
    PayingCompanies companies;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    private final AtomicInteger codes = new AtomicInteger();
    private PayingCompany company;
    private Caller first;
    private Caller second;

    @BeforeEach
    void a_company() {
        company = companies.open(new PaperBank(clock) {
            @Override
            public CompleteAnswer complete(Credentials credentials, String challenge, String otp) {
                codes.incrementAndGet();
                return super.complete(credentials, challenge, otp);
            }
        });
        first = new Caller(company.first(), company.scope().path() + "/payouts/new");
        second = new Caller(company.second(), company.scope().path() + "/payouts/new");
    }

    @Test
    void of_two_people_who_begin_on_the_same_payout_one_gets_a_code_and_the_other_is_told() {
        for (var round = 0; round < ROUNDS; round++) {
            var pick = companies.pick(company, companies.queued(company));
            var sentBefore = company.bank().challenges();

            var both = Together.run(List.<Callable<String>>of(
                    () -> landing(first, begin(first, ids.next(), pick)),
                    () -> landing(second, begin(second, ids.next(), pick))));

            assertThat(both)
                    .extracting(Together.Outcome::get)
                    .satisfiesOnlyOnce(page -> assertThat(page).contains("Code sent to the phone"))
                    .satisfiesOnlyOnce(page -> assertThat(page).contains("is not as it was shown any more"));
            assertThat(company.bank().challenges()).isEqualTo(sentBefore + 1);
        }
    }

    @Test
    void two_people_whose_selections_overlap_the_other_way_round_get_one_code_between_them() {
        for (var round = 0; round < ROUNDS; round++) {
            var one = companies.pick(company, companies.queued(company));
            var other = companies.pick(company, companies.queued(company));
            var sentBefore = company.bank().challenges();

            var both = Together.run(List.<Callable<String>>of(
                    () -> landing(first, begin(first, ids.next(), one, other)),
                    () -> landing(second, begin(second, ids.next(), other, one))));

            assertThat(both)
                    .extracting(Together.Outcome::get)
                    .satisfiesOnlyOnce(page -> assertThat(page).contains("Code sent to the phone"))
                    .satisfiesOnlyOnce(page -> assertThat(page).contains("is not as it was shown any more"));
            assertThat(company.bank().challenges()).isEqualTo(sentBefore + 1);
        }
    }

    @Test
    void the_same_form_posted_twice_at_once_sends_one_code_and_leads_to_one_window() {
        for (var round = 0; round < ROUNDS; round++) {
            var pick = companies.pick(company, companies.queued(company));
            var form = ids.next();
            var sentBefore = company.bank().challenges();

            var both = Together.run(2, () -> begin(first, form, pick));

            assertThat(both)
                    .allSatisfy(one -> assertThat(one.get().header("Location")).endsWith("/authorizations/" + form));
            assertThat(company.bank().challenges()).isEqualTo(sentBefore + 1);
            assertThat(landing(first, both.get(1).get())).contains("Code sent to the phone");
        }
    }

    @Test
    void a_code_posted_twice_at_once_reaches_the_bank_once_and_both_see_the_result() {
        for (var round = 0; round < ROUNDS; round++) {
            var payout = companies.queued(company);
            var window =
                    begin(first, ids.next(), companies.pick(company, payout)).header("Location");
            codes.set(0);

            var both = Together.run(2, () -> first.post(path(window) + "/code", Map.of("otp", PaperBank.CODE)));

            assertThat(both)
                    .allSatisfy(one -> assertThat(one.get().header("Location")).endsWith(path(window)));
            assertThat(codes).hasValue(1);
            assertThat(first.get(path(window))).contains("Accepted by the bank");
            assertThat(companies.status(company, payout)).isEqualTo("ACCEPTED_BY_BANK");
        }
    }

    private Response begin(Caller caller, java.util.UUID form, String... picks) {
        return caller.post(
                company.scope().path() + "/payouts/authorizations",
                Map.of("id", form.toString(), "payout", List.of(picks)));
    }

    private static String landing(Caller caller, Response answer) {
        return caller.landing(answer);
    }

    private static String path(String location) {
        return java.net.URI.create(location).getPath();
    }
}
