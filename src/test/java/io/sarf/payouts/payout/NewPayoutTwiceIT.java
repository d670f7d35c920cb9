package io.sarf.payouts.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
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
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The form of a new payout, posted more than once at the same moment. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class NewPayoutTwiceIT {
    @Inject
    PayingCompanies companies;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    private PayingCompany company;
    private Caller owner;

    @BeforeEach
    void a_company() {
        company = companies.open(new PaperBank(clock));
        owner = new Caller(company.owner(), company.scope().path() + "/payouts/new");
    }

    @Test
    void the_same_form_posted_twice_at_once_is_one_payout_and_both_see_it() {
        for (var round = 0; round < 10; round++) {
            var id = new PayoutId(ids.next());

            var answers = Together.run(3, () -> post(id));

            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.get().statusCode()).isEqualTo(303);
                assertThat(answer.get().header("Location")).endsWith("/payouts/" + id);
                assertThat(owner.landing(answer.get())).contains("Created");
            });
            assertThat(companies.events(id)).containsExactly("payout.created");
        }
    }

    private Response post(PayoutId id) {
        return owner.post(
                company.scope().path() + "/payouts",
                Map.of(
                        "id",
                        id.toString(),
                        "account",
                        company.account().toString(),
                        "destination",
                        company.destination().toString(),
                        "amount",
                        "120.00",
                        "description",
                        "Salary",
                        "automatic",
                        "false"));
    }
}
