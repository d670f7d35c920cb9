package io.sarf.payouts.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.bank.BankAnswer;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.connection.ExpireCredentials;
import io.sarf.payouts.destination.BeneficiaryWork;
import io.sarf.payouts.payout.PayoutTasks;
import io.sarf.payouts.work.Coalesced;
import io.sarf.payouts.work.Lease;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

@AcrossApplications("Due tasks of all applications are claimed together")
@ApplicationScoped
class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final PayoutTasks tasks;
    private final AdvancePayout advance;
    private final BeneficiaryWork beneficiaries;
    private final Connections connections;
    private final ExpireCredentials expire;
    private final Banks banks;
    private final Clock clock;
    private final BankConcurrency concurrency;
    private final Coalesced claiming = new Coalesced(this::work);
    /** {@link BankConcurrency} bounds the number of threads. */
    private final ExecutorService workers = Executors.newCachedThreadPool();

    Dispatcher(
            PayoutTasks tasks,
            AdvancePayout advance,
            BeneficiaryWork beneficiaries,
            Connections connections,
            ExpireCredentials expire,
            Banks banks,
            Clock clock) {
        this.tasks = tasks;
        this.advance = advance;
        this.beneficiaries = beneficiaries;
        this.connections = connections;
        this.expire = expire;
        this.banks = banks;
        this.clock = clock;
        this.concurrency = new BankConcurrency(clock);
    }

    void stop(@Observes ShutdownEvent event) {
        workers.shutdownNow();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        claiming.run();
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void pollBeneficiaries() {
        // The last of them can wait for a slow bank and still start within its lease.
        beneficiaries.run(2);
    }

    void nudged(@ObservesAsync PayoutTasks.Due due) {
        claiming.run();
    }

    /** Claims no more tasks than each bank has free calls: more would wait while their leases run out. */
    private void work() {
        var shares = new ArrayList<>(tasks.due());
        // Random order, so that with more applications than free calls none is always last.
        Collections.shuffle(shares);
        shares.stream()
                .collect(Collectors.groupingBy(PayoutTasks.Share::bank))
                .forEach((bank, applications) -> work(bank, applications));
    }

    private void work(String bank, List<PayoutTasks.Share> applications) {
        var free = concurrency.take(bank);
        var waiting = applications.size();
        try {
            for (var share : applications) {
                // An equal part of the remaining calls, rounded up.
                var part = (free + waiting - 1) / waiting--;
                if (part == 0) {
                    break;
                }
                var leases = tasks.claim(share, part);
                free -= leases.size();
                leases.forEach(lease -> workers.execute(() -> handle(bank, lease)));
            }
        } finally {
            concurrency.give(bank, free);
        }
    }

    private void handle(String bank, Lease lease) {
        try {
            step(lease);
        } catch (RuntimeException e) {
            // Nothing is recorded; the task becomes due again when its lease ends.
            LOG.errorf(e, "Task %s was given up", lease.work());
        } finally {
            concurrency.give(bank, 1);
        }
    }

    void step(Lease lease) {
        advance.prepare(lease).flatMap(step -> ask(lease, step)).ifPresent(answer -> advance.record(lease, answer));
    }

    /**
     * The lease may have ended in a long pause of this node. Another node may have the task; no second order may
     * follow.
     */
    private Optional<BankAnswer> ask(Lease lease, Step step) {
        var bank = banks.find(step.bank());
        if (!clock.instant().isBefore(lease.until())) {
            LOG.warnf("Task %s came too late to its call and is left to whoever holds it", lease.work());
            return Optional.empty();
        }
        var answer = bank.map(one -> step.ask(one, connections)).orElseGet(step::withoutBank);
        if (answer.silent()) {
            concurrency.silent(step.bank());
        } else {
            concurrency.answered(step.bank());
        }
        if (step instanceof Step.Signed signed) {
            expire.ifRejected(signed.with(), answer);
        }
        return Optional.of(answer);
    }
}
