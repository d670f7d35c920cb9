package io.sarf.payouts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.work.Lease;
import io.sarf.payouts.workqueue.ParkedWork;
import io.sarf.payouts.workqueue.ParkingByHand;
import io.sarf.payouts.workqueue.WorkQueue;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work that ends the process takes none of its neighbours with it. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class NeighboursIT {
    /** Longer than any lease of payouts. */
    private static final Duration LEASE_OVER = Duration.ofSeconds(46);

    /** Claims in a row after which work is claimed alone. */
    private static final int ALONE_FROM = 3;

    @Inject
    PayingCompanies companies;

    @Inject
    SingleSteps steps;

    @Inject
    ParkingByHand parking;

    @Inject
    MovableClock clock;

    private PayingCompany company;

    @BeforeEach
    void a_company() {
        clock.advance(LEASE_OVER);
        company = companies.open(new PaperBank(clock));
    }

    @Test
    void what_ends_every_process_that_takes_it_is_parked_and_what_was_claimed_together_with_it_is_not() {
        var deadly = companies.pay(company, false);
        var neighbours =
                Stream.generate(() -> companies.pay(company, false)).limit(5).toList();

        var everParked = new ArrayList<UUID>();
        for (var node = 0; node < 3 * ParkingByHand.TRIES && everParked.isEmpty(); node++) {
            liveOrDieOf(deadly);
            clock.advance(LEASE_OVER);
            parking.run();
            parking.parked(WorkQueue.Name.PAYOUT).stream()
                    .map(ParkedWork.Item::id)
                    .forEach(everParked::add);
        }

        assertThat(everParked).containsExactly(deadly.value());
        companies.work(company);
        assertThat(neighbours)
                .allSatisfy(one -> assertThat(companies.status(company, one)).isEqualTo("AWAITING_AUTHORIZATION"));
    }

    @Test
    void what_is_claimed_alone_and_all_others_take_turns_and_one_alone_is_under_way() {
        var suspects =
                Stream.generate(() -> companies.pay(company, false)).limit(2).toList();
        suspects.forEach(one -> parking.nodesDie(WorkQueue.Name.PAYOUT, ALONE_FROM, one.value()));
        clock.advance(Duration.ofSeconds(1));
        var others =
                Stream.generate(() -> companies.pay(company, false)).limit(2).toList();

        var alone = companies.claim(company, 100);
        assertThat(work(alone)).hasSize(1).containsAnyElementsOf(values(suspects));
        assertThat(work(companies.claim(company, 1))).containsAnyElementsOf(values(others));
        assertThat(work(companies.claim(company, 100)))
                .as("the other one waits for the first")
                .hasSize(1)
                .containsAnyElementsOf(values(others));
        assertThat(companies.claim(company, 100)).isEmpty();

        steps.step(company.bank().profile().identifier(), alone.get(0));
        assertThat(work(companies.claim(company, 100)))
                .as("what had an outcome is like any other")
                .doesNotContainAnyElementsOf(values(others))
                .hasSize(1);
    }

    /** Takes all that it can get at once. What it has taken is lost with it. */
    private void liveOrDieOf(PayoutId deadly) {
        var underWay = new ArrayList<Lease>();
        for (var some = companies.claim(company, 100); !some.isEmpty(); some = companies.claim(company, 100)) {
            underWay.addAll(some);
        }
        if (!work(underWay).contains(deadly.value())) {
            underWay.forEach(lease -> steps.step(company.bank().profile().identifier(), lease));
        }
    }

    private static List<UUID> work(List<Lease> leases) {
        return leases.stream().map(Lease::work).toList();
    }

    private static List<UUID> values(List<PayoutId> payouts) {
        return payouts.stream().map(PayoutId::value).toList();
    }
}
