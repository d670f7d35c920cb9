package io.sarf.payouts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.bank.Verdict;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person takes a payout back while a node takes it further. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class CancellationIT {
    private static final int ROUNDS = 25;

    @Inject
    PayingCompanies companies;

    @Inject
    SingleSteps advance;

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
    void taking_back_and_sending_at_once_has_one_outcome_and_the_page_says_which() {
        for (var round = 0; round < ROUNDS; round++) {
            var payout = companies.pay(company, false);
            var lease = companies.lease(payout);

            var both =
                    Together.<Object>run(List.<Callable<Object>>of(() -> cancel(payout), () -> advance.prepare(lease)));

            var page = owner.landing((Response) both.get(0).get());
            if (both.get(1).get() instanceof Optional<?> step && step.orElse(null) instanceof Step.Queue) {
                assertThat(companies.status(company, payout)).isEqualTo("QUEUEING");
                assertThat(page).contains("The payout is on its way to the bank. It will not be authorized");
            } else {
                assertThat(companies.status(company, payout)).isEqualTo("CANCELLED");
                assertThat(page).contains("The payout is cancelled");
            }
        }
    }

    @Test
    void taking_back_and_hearing_from_the_bank_at_once_has_one_outcome() {
        for (var round = 0; round < ROUNDS; round++) {
            var payout = companies.queued(company);
            var lease = companies.lease(payout);

            var both = Together.<Object>run(List.<Callable<Object>>of(() -> cancel(payout), () -> {
                advance.record(lease, new Verdict.Accepted("REF"));
                return "told";
            }));

            both.get(1).get();
            var page = owner.landing((Response) both.get(0).get());
            // Whoever was first: the bank has paid, and its word is taken.
            assertThat(companies.status(company, payout)).isEqualTo("ACCEPTED_BY_BANK");
            assertThat(page).containsAnyOf("The payout is cancelled, or the bank", "It is now: Accepted by the bank");
        }
    }

    @Test
    void two_who_take_the_same_payout_back_at_once_are_both_told_that_it_is_done() {
        for (var round = 0; round < ROUNDS; round++) {
            var payout = companies.pay(company, false);

            var both = Together.run(2, () -> cancel(payout));

            assertThat(both)
                    .allSatisfy(one -> assertThat(owner.landing(one.get())).contains("The payout is cancelled"));
            assertThat(companies.events(payout)).containsExactly("payout.created", "payout.cancelled_unsent");
        }
    }

    @Test
    void what_is_wanted_back_on_its_way_is_taken_back_once_the_bank_has_it_and_never_authorized() {
        var payout = companies.pay(company, true);
        var lease = companies.lease(payout);
        var step = (Step.Queue) advance.prepare(lease).orElseThrow();
        cancel(payout);

        advance.record(lease, company.bank().queue(PaperBank.SOMEBODY, step.order()));
        companies.work(company);

        assertThat(companies.status(company, payout)).isEqualTo("CANCELLED");
        assertThat(companies.events(payout))
                .containsExactly(
                        "payout.created",
                        "payout.sent_to_bank",
                        "payout.cancellation_requested",
                        "payout.queued",
                        "payout.cancellation_asked",
                        "payout.taken_back");
    }

    @Test
    void what_is_wanted_back_and_never_reached_the_bank_is_cancelled_and_not_sent_again() {
        for (var lost : List.of(
                new QueueAnswer.NotTaken("Maintenance", clock.instant().plusSeconds(30)),
                new QueueAnswer.NotTaken("Never reached the bank"))) {
            var payout = companies.pay(company, false);
            var lease = companies.lease(payout);
            advance.prepare(lease);
            cancel(payout);

            advance.record(lease, lost);

            assertThat(companies.status(company, payout)).isEqualTo("CANCELLED");
            assertThat(companies.dueAt(payout)).isNull();
            assertThat(company.bank().orderCalls(companies.reference(payout))).isZero();
        }
    }

    @Test
    void what_is_wanted_back_and_the_bank_guarantees_not_to_know_is_cancelled() {
        var payout = companies.pay(company, false);
        var lease = companies.lease(payout);
        advance.prepare(lease);
        cancel(payout);

        advance.record(lease, new OrderStatus.NotKnownHere(true));

        assertThat(companies.status(company, payout)).isEqualTo("CANCELLED");
    }

    @Test
    void the_word_of_a_bank_that_has_paid_is_taken_from_what_is_wanted_back() {
        var payout = companies.pay(company, true);
        var lease = companies.lease(payout);
        advance.prepare(lease);
        cancel(payout);

        advance.record(lease, new Verdict.Accepted("REF"));

        assertThat(companies.status(company, payout)).isEqualTo("ACCEPTED_BY_BANK");
    }

    private Response cancel(PayoutId payout) {
        return owner.post(company.scope().path() + "/payouts/" + payout + "/cancellation", Map.of());
    }
}
