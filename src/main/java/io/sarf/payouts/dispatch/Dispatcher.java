package io.sarf.payouts.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.destination.BeneficiaryWork;
import io.sarf.payouts.payout.PayoutTasks;
import io.sarf.payouts.work.Coalesced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Takes due payouts to their banks: as many at once as each bank has free calls. */
@AcrossApplications("Due tasks of all applications are claimed together")
@ApplicationScoped
class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final PayoutTasks tasks;
    private final BeneficiaryWork beneficiaries;
    private final RunSteps steps;
    private final Set<String> full = ConcurrentHashMap.newKeySet();
    private final Coalesced claiming = new Coalesced(this::work);
    private final ExecutorService more = Executors.newSingleThreadExecutor(work -> new Thread(work, "claim"));

    Dispatcher(PayoutTasks tasks, BeneficiaryWork beneficiaries, RunSteps steps) {
        this.tasks = tasks;
        this.beneficiaries = beneficiaries;
        this.steps = steps;
    }

    void stop(@Observes ShutdownEvent event) {
        more.shutdown();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        claiming.run();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void pollBeneficiaries() {
        beneficiaries.runAll();
    }

    void nudged(@ObservesAsync PayoutTasks.Due due) {
        claiming.run();
    }

    private void work() {
        var shares = new ArrayList<>(tasks.due());
        // Random order, so that with more applications than free calls none is always last.
        Collections.shuffle(shares);
        shares.stream().collect(Collectors.groupingBy(PayoutTasks.Share::bank)).forEach((bank, applications) -> {
            try {
                work(bank, applications);
            } catch (RuntimeException e) {
                // What was claimed becomes due again; the other banks go on.
                LOG.errorf(e, "Payouts of %s are taken on later", bank);
            }
        });
    }

    /** Claims no more tasks than the bank has free calls: more would wait while their leases run out. */
    private void work(String bank, List<PayoutTasks.Share> applications) {
        full.add(bank);
        var free = steps.free(bank);
        if (free == 0) {
            return;
        }
        var claimed = 0;
        try {
            var leases = tasks.claim(applications, free);
            claimed = leases.size();
            if (claimed < free) {
                full.remove(bank);
            }
            steps.run(bank, leases).whenCompleteAsync((done, failure) -> goOn(bank), more);
        } finally {
            steps.give(bank, free - claimed);
        }
    }

    /** More may be due than could be claimed. */
    private void goOn(String bank) {
        if (full.remove(bank)) {
            claiming.run();
        }
    }
}
