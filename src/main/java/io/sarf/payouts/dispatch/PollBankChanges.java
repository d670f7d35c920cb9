package io.sarf.payouts.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.bank.ChangesAnswer;
import io.sarf.payouts.bank.ChangesAnswer.Change;
import io.sarf.payouts.work.Backoff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Asks each bank what has changed since it was asked last, one node at a time for each bank. What was heard counts only once
 * all of it is recorded: a node that dies on the way leaves it to be heard again.
 */
@AcrossApplications("A bank tells of the orders of all applications at once")
@ApplicationScoped
class PollBankChanges {
    private static final Logger LOG = Logger.getLogger(PollBankChanges.class);
    private static final Backoff QUIET = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(15));
    private static final int AT_ONCE = 16;
    /** So often a node fails at the changes of a bank, a lease apart, before what it fails at is put aside. */
    private static final int TRIES = 5;

    private final ChangeCursors watches;
    private final Banks banks;
    private final ApplyBankStatus status;
    private final Clock clock;
    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    /** How often in a row, by bank. A lease's attempts count quiet times too; forgotten at a restart, this only takes longer. */
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    /** A thread for each bank that is being asked: one that does not answer keeps no other waiting. */
    private final ExecutorService workers = Executors.newCachedThreadPool();

    PollBankChanges(ChangeCursors watches, Banks banks, ApplyBankStatus status, Clock clock) {
        this.watches = watches;
        this.banks = banks;
        this.status = status;
        this.clock = clock;
    }

    void stop(@Observes ShutdownEvent event) {
        workers.shutdownNow();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        begin();
        for (var watch : watches.claim(AT_ONCE)) {
            workers.execute(() -> {
                try {
                    follow(watch);
                } catch (RuntimeException e) {
                    // Nothing is recorded of it; the bank is asked for the same again when the lease has run out.
                    LOG.errorf(e, "The changes of %s could not be heard", watch.bank());
                }
            });
        }
    }

    /** Begins to watch every bank that can be paid from. */
    void begin() {
        for (var bank : banks.all()) {
            var identifier = bank.profile().identifier();
            if (bank.profile().payouts() && !begun.contains(identifier)) {
                watches.begin(identifier);
                begun.add(identifier);
            }
        }
    }

    /** One piece of work: the question, and what came of it. */
    void follow(ChangeCursors.Watch watch) {
        var answer = banks.find(watch.bank())
                .map(bank -> bank.changesSince(watch.cursor()))
                .orElseGet(ChangesAnswer.NoAnswer::new);
        if (answer instanceof ChangesAnswer.Changes changes && !changes.next().equals(watch.cursor())) {
            changes.changes().forEach(change -> apply(watch, change));
            watches.advance(watch, changes.next(), clock.instant());
            failures.remove(watch.bank());
        } else {
            var wait = QUIET.after(watch.lease());
            watches.later(watch, clock.instant().plus(wait));
        }
    }

    /**
     * A change that cannot be recorded is tried again, with all behind it. After that its order is put aside for a person, so
     * that it stops its own account and not everybody's payouts at this bank.
     */
    private void apply(ChangeCursors.Watch watch, Change change) {
        try {
            status.reported(watch.bank(), change);
        } catch (RuntimeException e) {
            if (failures.merge(watch.bank(), 1, Integer::sum) < TRIES) {
                throw e;
            }
            LOG.errorf(e, "What %s says of %s cannot be recorded", watch.bank(), change.reference());
            status.quarantine(watch.bank(), change);
        }
    }
}
