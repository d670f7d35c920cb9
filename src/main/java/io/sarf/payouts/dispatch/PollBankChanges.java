package io.sarf.payouts.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.bank.ChangesAnswer;
import io.sarf.payouts.bank.ChangesAnswer.Change;
import io.sarf.payouts.work.Backoff;
import io.sarf.payouts.work.Collisions;
import io.sarf.payouts.work.Halves;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * One node at a time per bank. The cursor moves after all changes of a page are recorded, so a crash repeats the page.
 */
@AcrossApplications("A bank reports changes of the orders of all applications in one list")
@ApplicationScoped
class PollBankChanges {
    private static final Logger LOG = Logger.getLogger(PollBankChanges.class);
    /** What a bank has accepted, and what its approvers decide, is known by its reports first. */
    private static final Backoff QUIET = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(4));

    private static final int AT_ONCE = 16;
    /** Changes that share a transaction. */
    private static final int TOGETHER = 100;

    /** Attempts, one lease apart, before a change that cannot be recorded is quarantined. */
    private static final int TRIES = 5;

    private final ChangeCursors cursors;
    private final Banks banks;
    private final ApplyBankStatus status;
    private final Clock clock;
    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    /** In a row, by bank. A lease's attempts include quiet polls; a restart only delays the quarantine. */
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    /** One thread per polled bank, so that a slow bank does not delay the others. Idle ones end. */
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            AT_ONCE, AT_ONCE, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), work -> new Thread(work, "changes"));

    PollBankChanges(ChangeCursors cursors, Banks banks, ApplyBankStatus status, Clock clock) {
        this.cursors = cursors;
        this.banks = banks;
        this.status = status;
        this.clock = clock;
        workers.allowCoreThreadTimeOut(true);
    }

    void stop(@Observes ShutdownEvent event) {
        workers.shutdownNow();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        begin();
        // Never more than threads are free: what waits for one here would lose its lease.
        var free = AT_ONCE - workers.getActiveCount() - workers.getQueue().size();
        if (free > 0) {
            cursors.claim(free).forEach(cursor -> workers.execute(() -> tryToFollow(cursor)));
        }
    }

    private void tryToFollow(ChangeCursors.ChangeCursor cursor) {
        try {
            follow(cursor);
        } catch (RuntimeException e) {
            // Nothing is recorded; the same changes are polled again when the lease ends.
            LOG.errorf(e, "The changes of %s could not be read", cursor.bank());
            cursors.table().failed(cursor.lease(), e);
        }
    }

    void begin() {
        for (var bank : banks.all()) {
            var identifier = bank.profile().identifier();
            if (bank.profile().payouts() && !begun.contains(identifier)) {
                cursors.begin(identifier);
                begun.add(identifier);
            }
        }
    }

    void follow(ChangeCursors.ChangeCursor cursor) {
        var answer = banks.find(cursor.bank())
                .map(bank -> bank.changesSince(cursor.cursor()))
                .orElseGet(ChangesAnswer.NoAnswer::new);
        if (answer instanceof ChangesAnswer.Changes changes && !changes.next().equals(cursor.cursor())) {
            for (var from = 0; from < changes.changes().size(); from += TOGETHER) {
                var part = changes.changes()
                        .subList(
                                from,
                                Math.min(from + TOGETHER, changes.changes().size()));
                Halves.run(part, some -> apply(cursor, some), done -> {}, (change, e) -> failed(cursor, change, e));
            }
            cursors.advance(cursor, changes.next(), clock.instant());
            failures.remove(cursor.bank());
        } else {
            var wait = QUIET.after(cursor.lease());
            cursors.later(cursor, clock.instant().plus(wait));
        }
    }

    private boolean apply(ChangeCursors.ChangeCursor cursor, List<Change> changes) {
        status.reported(cursor.bank(), changes);
        return true;
    }

    /**
     * Retries a change that cannot be recorded; then quarantines its order, which stops one account and not the bank.
     */
    private void failed(ChangeCursors.ChangeCursor cursor, Change change, RuntimeException e) {
        if (Collisions.unreachable(e)) {
            // No change is at fault.
            throw e;
        }
        if (failures.merge(cursor.bank(), 1, Integer::sum) < TRIES) {
            throw e;
        }
        LOG.errorf(e, "What %s says of %s cannot be recorded", cursor.bank(), change.reference());
        status.quarantine(cursor.bank(), change);
    }
}
