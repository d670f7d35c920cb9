package io.sarf.payouts.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.bank.BankAnswer;
import io.sarf.payouts.bank.BankConcurrency;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.connection.ExpireCredentials;
import io.sarf.payouts.work.Batches;
import io.sarf.payouts.work.Halves;
import io.sarf.payouts.work.Lease;
import io.sarf.payouts.work.Locking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes claimed payouts one step on: commits the intents, calls the bank outside any transaction, records each answer with
 * those that have come by then. No thread waits for a bank.
 */
@AcrossApplications("Claimed payouts of all applications share transactions and calls")
@ApplicationScoped
class RunSteps {
    private static final Logger LOG = Logger.getLogger(RunSteps.class);
    private static final int LANES = 2;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String GIVEN_UP = "Task %s is given up; it becomes due again when its lease ends";

    private final PrepareSteps prepare;
    private final Connections connections;
    private final ExpireCredentials expire;
    private final Banks banks;
    private final BankConcurrency concurrency;
    private final Clock clock;
    private final Executor threads;
    private final Executor later;
    private final Batches<Recording.Answer, Boolean> recording;

    @Inject
    RunSteps(
            PrepareSteps prepare,
            Recording recording,
            Connections connections,
            ExpireCredentials expire,
            Banks banks,
            BankConcurrency concurrency,
            Clock clock) {
        this(
                prepare,
                recording,
                connections,
                expire,
                banks,
                concurrency,
                clock,
                Executors.newFixedThreadPool(2 * LANES, work -> new Thread(work, "dispatch")));
    }

    RunSteps(
            PrepareSteps prepare,
            Recording recording,
            Connections connections,
            ExpireCredentials expire,
            Banks banks,
            BankConcurrency concurrency,
            Clock clock,
            Executor threads) {
        this.prepare = prepare;
        this.connections = connections;
        this.expire = expire;
        this.banks = banks;
        this.concurrency = concurrency;
        this.clock = clock;
        this.threads = threads;
        this.later = CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS, threads);
        this.recording = new Batches<>(recording, Runnable::run, threads, LANES);
    }

    void stop(@Observes ShutdownEvent event) {
        if (threads instanceof ExecutorService pool) {
            pool.shutdown();
        }
    }

    /**
     * Completes when everything is recorded. Fails if something was not, after all others are done: it becomes due again when
     * its lease ends.
     */
    CompletionStage<Void> run(String bank, List<Lease> leases) {
        return run(bank, leases, Locking.SKIP);
    }

    private CompletableFuture<Void> run(String bank, List<Lease> leases, Locking locking) {
        var recorded = new ArrayList<CompletableFuture<?>>();
        var skipped = new ArrayList<Lease>();
        // Each half calls the bank as soon as its intents are committed.
        Halves.run(
                leases,
                some -> prepare.prepare(some, locking),
                prepared -> {
                    recorded.addAll(call(bank, inTime(prepared.calls())));
                    skipped.addAll(prepared.skipped());
                },
                this::givenUp);
        if (locking == Locking.SKIP && !skipped.isEmpty()) {
            give(bank, leases.size() - recorded.size() - skipped.size());
            recorded.add(whenUnlocked(bank, skipped));
        } else {
            give(bank, leases.size() - recorded.size());
        }
        return CompletableFuture.allOf(recorded.toArray(CompletableFuture<?>[]::new));
    }

    /** Payouts that somebody changes just now: one after the other, and other work of the threads in between. */
    private CompletableFuture<Void> whenUnlocked(String bank, List<Lease> locked) {
        if (locked.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return CompletableFuture.completedFuture(locked.get(0))
                .thenComposeAsync(
                        first -> CompletableFuture.allOf(
                                alone(bank, first), whenUnlocked(bank, locked.subList(1, locked.size()))),
                        threads);
    }

    private CompletableFuture<Void> alone(String bank, Lease lease) {
        if (clock.instant().isBefore(lease.until())) {
            return run(bank, List.of(lease), Locking.WAIT_BRIEFLY);
        }
        LOG.warnf("Task %s stayed locked until its lease ended", lease.work());
        give(bank, 1);
        return CompletableFuture.completedFuture(null);
    }

    private List<CompletableFuture<Boolean>> call(String bank, Map<Lease, Step.Call> calls) {
        return asked(bank, calls).stream()
                .map(call -> call.answer()
                        .whenComplete((answer, failure) -> answered(bank, call, answer))
                        .thenCompose(answer -> record(bank, call, answer))
                        .exceptionallyAsync(
                                failure -> {
                                    givenUp(call.lease(), failure);
                                    throw failure instanceof CompletionException wrapped
                                            ? wrapped
                                            : new CompletionException(failure);
                                },
                                threads)
                        .toCompletableFuture())
                .toList();
    }

    private void givenUp(Lease lease, Throwable failure) {
        LOG.errorf(failure, GIVEN_UP, lease.work());
        prepare.failed(lease, failure);
    }

    /**
     * A lease may have ended in a long pause of this node. Another node may have the task; no second order may follow.
     */
    private Map<Lease, Step.Call> inTime(Map<Lease, Step.Call> calls) {
        var now = clock.instant();
        var inTime = new LinkedHashMap<Lease, Step.Call>();
        calls.forEach((lease, call) -> {
            if (now.isBefore(lease.until())) {
                inTime.put(lease, call);
            } else {
                LOG.warnf("The lease of task %s ended before its call: another node may have it", lease.work());
            }
        });
        return inTime;
    }

    private List<BankCalls.Asked> asked(String bank, Map<Lease, Step.Call> calls) {
        return banks.find(bank)
                .map(one -> BankCalls.ask(one, connections, calls))
                .orElseGet(() -> BankCalls.withoutBank(calls));
    }

    private void give(String bank, int calls) {
        concurrency.give(bank, BankConcurrency.Use.PAYOUTS, calls);
    }

    private void answered(String bank, BankCalls.Asked call, @Nullable BankAnswer answer) {
        give(bank, 1);
        if (answer == null || !call.counts()) {
            return;
        }
        if (answer.silent()) {
            concurrency.silent(bank);
        } else {
            concurrency.answered(bank);
        }
    }

    private CompletableFuture<Boolean> record(String bank, BankCalls.Asked call, BankAnswer answer) {
        var recorded = answer.credentialsExpired() && call.step() instanceof Step.Signed signed
                ? CompletableFuture.runAsync(() -> expire.ifRejected(signed.with(), answer), threads)
                : CompletableFuture.<Void>completedFuture(null);
        var answered = new Recording.Answer(bank, new RecordAnswers.Answered(call.lease(), answer));
        return recorded.thenCompose(expired -> call.lease().repeat(() -> recording.submit(answered), clock, later));
    }
}
