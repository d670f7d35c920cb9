package io.sarf.payouts.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.bank.BankConcurrency;
import io.sarf.payouts.bank.WorkAtBanks;
import io.sarf.payouts.destination.BeneficiaryWork;
import io.sarf.payouts.payout.PayoutTasks;
import io.sarf.payouts.work.Lease;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Takes due payouts and payees to their banks: as many at once as each bank has free calls. */
@AcrossApplications("Due tasks of all applications are claimed together")
@ApplicationScoped
class Dispatcher {
    private final WorkAtBanks payouts;
    private final BeneficiaryWork beneficiaries;

    Dispatcher(PayoutTasks tasks, BeneficiaryWork beneficiaries, RunSteps steps, BankConcurrency concurrency) {
        this.payouts = new WorkAtBanks(new PayoutQueue(tasks, steps), concurrency);
        this.beneficiaries = beneficiaries;
    }

    void stop(@Observes ShutdownEvent event) {
        payouts.stop();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        payouts.run();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void pollBeneficiaries() {
        beneficiaries.runAll();
    }

    void nudged(@ObservesAsync PayoutTasks.Due due) {
        payouts.run();
    }

    @AcrossApplications("Due tasks of all applications are claimed together")
    private record PayoutQueue(PayoutTasks tasks, RunSteps steps) implements WorkAtBanks.Queue {
        @Override
        public BankConcurrency.Use use() {
            return BankConcurrency.Use.PAYOUTS;
        }

        @Override
        public List<WorkAtBanks.Share> due() {
            return tasks.due();
        }

        @Override
        public List<Lease> claim(List<WorkAtBanks.Share> shares, int most) {
            return tasks.claim(shares, most);
        }

        @Override
        public CompletionStage<Void> run(String bank, List<Lease> leases) {
            return steps.run(bank, leases);
        }
    }
}
