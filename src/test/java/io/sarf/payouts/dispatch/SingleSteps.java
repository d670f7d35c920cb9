package io.sarf.payouts.dispatch;

import io.sarf.payouts.bank.BankAnswer;
import io.sarf.payouts.bank.BankConcurrency;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.connection.ExpireCredentials;
import io.sarf.payouts.work.Lease;
import io.sarf.payouts.work.Locking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/** The steps of payouts, for tests in which something happens between them. */
@ApplicationScoped
class SingleSteps {
    private final PrepareSteps prepare;
    private final RecordAnswers record;
    private final Recording recording;
    private final Connections connections;
    private final ExpireCredentials expire;
    private final Banks banks;
    private final Clock clock;

    SingleSteps(
            PrepareSteps prepare,
            RecordAnswers record,
            Recording recording,
            Connections connections,
            ExpireCredentials expire,
            Banks banks,
            Clock clock) {
        this.prepare = prepare;
        this.record = record;
        this.recording = recording;
        this.connections = connections;
        this.expire = expire;
        this.banks = banks;
        this.clock = clock;
    }

    Optional<Step.Call> prepare(Lease lease) {
        return Optional.ofNullable(
                prepare.prepare(List.of(lease), Locking.WAIT).calls().get(lease));
    }

    void record(Lease lease, BankAnswer answer) {
        record.record(List.of(new RecordAnswers.Answered(lease, answer)), Locking.WAIT);
    }

    /** All of it for one payout. */
    void step(String bank, Lease lease) {
        together(bank, List.of(lease));
    }

    /** A process of its own takes all of them a step on; it records what it was told once all that was asked is answered. */
    void together(String bank, List<Lease> leases) {
        var later = new LinkedBlockingQueue<Runnable>();
        var done = new RunSteps(
                        prepare,
                        recording,
                        connections,
                        expire,
                        banks,
                        new BankConcurrency(banks, clock),
                        clock,
                        later::add)
                .run(bank, leases);
        while (!done.toCompletableFuture().isDone()) {
            try {
                later.take().run();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        done.toCompletableFuture().join();
    }
}
