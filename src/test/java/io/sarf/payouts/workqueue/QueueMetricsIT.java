package io.sarf.payouts.workqueue;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators see how far each queue is behind, how much of it is parked, and what each node does. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class QueueMetricsIT {
    private static final String PAYOUTS = "payout";

    @Inject
    QueueMetrics metrics;

    @Inject
    MeterRegistry meters;

    @Inject
    PayingCompanies companies;

    @Inject
    ParkingByHand parking;

    @Inject
    MovableClock clock;

    private PayingCompany company;

    @BeforeEach
    void a_company() {
        company = companies.open(new PaperBank(clock));
    }

    @Test
    void the_oldest_due_work_shows_how_far_a_queue_is_behind_and_nothing_due_shows_zero() {
        metrics.measure();
        assertThat(oldest()).isZero();

        companies.pay(company, false);
        clock.advance(Duration.ofSeconds(90));
        companies.pay(company, false);
        metrics.measure();
        assertThat(oldest()).isEqualTo(90);

        companies.work(company);
        metrics.measure();
        assertThat(oldest()).isZero();
    }

    @Test
    void parked_work_is_counted_and_is_not_due() {
        metrics.measure();
        var before = parked();
        var payout = companies.pay(company, false);
        clock.advance(Duration.ofSeconds(90));

        parking.nodesDie(WorkQueue.Name.PAYOUT, ParkingByHand.TRIES, payout.value());
        metrics.measure();

        assertThat(parked()).isEqualTo(before + 1);
        assertThat(oldest()).isZero();
        parking.resume(WorkQueue.Name.PAYOUT);
        metrics.measure();
        assertThat(parked()).isZero();
    }

    @Test
    void claims_of_this_node_are_counted() {
        companies.pay(company, false);
        companies.pay(company, false);
        var before = claimed();

        companies.claim(company, 100);

        assertThat(claimed()).isEqualTo(before + 2);
    }

    private double oldest() {
        return meters.get("sarf.queue.oldest.due")
                .tag("queue", PAYOUTS)
                .timeGauge()
                .value(TimeUnit.SECONDS);
    }

    private double parked() {
        return meters.get("sarf.queue.parked").tag("queue", PAYOUTS).gauge().value();
    }

    private double claimed() {
        return meters.get("sarf.queue.claimed")
                .tag("queue", PAYOUTS)
                .functionCounter()
                .count();
    }
}
