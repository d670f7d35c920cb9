package io.sarf.payouts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.Order;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.payout.PayoutTasks;
import io.sarf.payouts.work.Lease;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Eventually;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A payout that another transaction has locked takes its step later; the others do not wait for it. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class LockedPayoutsIT {
    @Inject
    PayingCompanies companies;

    @Inject
    PayoutTasks tasks;

    @Inject
    SingleSteps steps;

    @Inject
    MovableClock clock;

    private final Queue<OurReference> queued = new ConcurrentLinkedQueue<>();
    private Runnable atTheBank = () -> {};
    private PayingCompany company;
    private PayoutId locked;
    private PayoutId free;

    @BeforeEach
    void two_payouts() {
        company = companies.open(new PaperBank(clock) {
            @Override
            public QueueAnswer queue(Credentials credentials, Order order) {
                queued.add(order.reference());
                var answer = super.queue(credentials, order);
                atTheBank.run();
                return answer;
            }
        });
        companies.work(company);
        locked = companies.pay(company, false);
        free = companies.pay(company, false);
    }

    @Test
    void a_payout_that_is_locked_before_its_call_is_sent_when_it_is_free() {
        var leases = companies.claim(company, 100);
        var release = locks();
        var step = step(leases);
        try {
            takenByTheBank(free);
            assertThat(companies.status(company, locked)).isEqualTo("CREATED");
        } finally {
            release.complete(null);
        }
        step.join();

        theLeaseEnds();
        assertThat(companies.status(company, locked)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(queued).containsExactlyInAnyOrder(companies.reference(locked), companies.reference(free));
    }

    @Test
    void the_answer_for_a_payout_that_is_locked_meanwhile_is_recorded_when_it_is_free() {
        List<CompletableFuture<Void>> releases = new ArrayList<>();
        atTheBank = () -> {
            atTheBank = () -> {};
            releases.add(locks());
        };
        var step = step(companies.claim(company, 100));
        try {
            takenByTheBank(free);
            assertThat(companies.status(company, locked)).isEqualTo("QUEUEING");
            assertThat(step).isNotDone();
        } finally {
            releases.forEach(release -> release.complete(null));
        }
        step.join();

        theLeaseEnds();
        assertThat(companies.status(company, locked)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(queued).containsExactlyInAnyOrder(companies.reference(locked), companies.reference(free));
    }

    /** Another transaction has the payout from now on, until what is returned is completed. */
    private CompletableFuture<Void> locks() {
        var release = new CompletableFuture<Void>();
        var holding = new CompletableFuture<Void>();
        CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew().run(() -> {
                    tasks.lock(company.scope(), locked);
                    holding.complete(null);
                    release.join();
                }))
                .exceptionally(failure -> {
                    holding.completeExceptionally(failure);
                    return null;
                });
        holding.join();
        return release;
    }

    private CompletableFuture<Void> step(List<Lease> leases) {
        return CompletableFuture.runAsync(
                () -> steps.together(company.bank().profile().identifier(), leases));
    }

    private void takenByTheBank(PayoutId payout) {
        Eventually.holds(
                "payout that the bank has taken",
                () -> companies.status(company, payout).equals("AWAITING_AUTHORIZATION"));
    }

    /** Where the lock was held for too long, the payout is given up until then. */
    private void theLeaseEnds() {
        clock.advance(Duration.ofMinutes(1));
        companies.work(company);
    }
}
