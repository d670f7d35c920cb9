package io.sarf.payouts.payout;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.work.AfterCommit;
import io.sarf.payouts.work.Background;
import io.sarf.payouts.work.Lease;
import io.sarf.payouts.work.WorkTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The payouts that are to be taken further, and who is at it. */
@ApplicationScoped
public class PayoutTasks {
    /** Something may be due. A nudge: whoever misses it finds the task by polling. */
    public record Due() {}

    /** What one application has to do at one bank. */
    public record Share(String bank, ApplicationId application) {}

    /** Longer than a bank may take to answer, shorter than any bank's horizon. */
    private static final Duration LEASE = Duration.ofSeconds(45);

    private final EntityManager entities;
    private final WorkTable table;
    private final AfterCommit afterCommit;
    private final Event<Due> due;
    private final Ids ids;
    private final Clock clock;

    PayoutTasks(EntityManager entities, AfterCommit afterCommit, Event<Due> due, Ids ids, Clock clock) {
        this.entities = entities;
        this.table = new WorkTable("payout_task", entities);
        this.afterCommit = afterCommit;
        this.due = due;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who has something that is due, in no order. */
    @AcrossApplications
    @Background
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Share> due() {
        return entities.createQuery(
                        "select bank, scope.application from PayoutTask where dueAt is not null"
                                + " group by bank, scope.application having min(dueAt) <= :now",
                        Object[].class)
                .setParameter("now", clock.instant())
                .getResultStream()
                .map(row -> new Share((String) row[0], (ApplicationId) row[1]))
                .toList();
    }

    /** Takes due tasks of one share; they count as taken when this has returned. */
    @AcrossApplications
    @Background
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Lease> claim(Share share, int limit) {
        return table.claim(
                Map.<String, Object>of(
                        "bank", share.bank(), "application", share.application().value()),
                limit,
                ids.next(),
                clock.instant(),
                LEASE);
    }

    /**
     * The payout a lease is for; only while the lease holds, in the caller's transaction, and unless somebody has taken the
     * payout since and said when it is to be looked at: what was asked before that is no word on what they do.
     */
    @AcrossApplications
    @Nullable
    public Scope locked(Lease lease) {
        return table.owns(lease) && !table.putOff(lease, clock.instant())
                ? entities.find(PayoutTask.class, lease.work()).scope()
                : null;
    }

    /**
     * Locks the payout's task for the rest of the transaction. Whoever moves a payout has locked its task before reading
     * it, so two who mean the same one wait for each other, and the second sees what the first has made of it.
     */
    public void lock(Scope scope, PayoutId payout) {
        table.lock(payout.value());
    }

    /** The same for many, in the order of their ids, as everybody does who takes many: so two of them wait in a line. */
    public void lock(Scope scope, Collection<PayoutId> several) {
        several.stream().map(PayoutId::value).sorted().forEach(table::lock);
    }

    void add(Scope scope, Payout payout) {
        entities.persist(new PayoutTask(payout, clock.instant()));
        nudge();
    }

    /** Gives the task back, to be done again at {@code at}, or to rest when that is null. */
    public void release(Scope scope, Lease lease, @Nullable Instant at) {
        table.release(lease, at);
    }

    /** The same after progress: looking again begins with short waits. */
    public void progressed(Scope scope, Lease lease, Instant at) {
        table.progressed(lease, at);
        nudge();
    }

    /** Makes the task due at {@code at}, however often it was tried before. */
    public void wake(Scope scope, PayoutId payout, Instant at) {
        table.wake(payout.value(), at);
        if (!at.isAfter(clock.instant())) {
            nudge();
        }
    }

    /** The same for many at once. */
    public void wake(Scope scope, Collection<UUID> payouts, Instant at) {
        table.wake(List.copyOf(payouts), at);
        if (!at.isAfter(clock.instant())) {
            nudge();
        }
    }

    /** What waits for the sandbox bank waits so much shorter. */
    void hasten(Scope scope, Duration by) {
        entities.createNativeQuery("UPDATE payout_task SET due_at = due_at - INTERVAL :seconds SECOND"
                        + " WHERE application = :application AND environment = :environment AND due_at IS NOT NULL")
                .setParameter("seconds", by.toSeconds())
                .setParameter("application", scope.application().value())
                .setParameter("environment", scope.environment().name())
                .executeUpdate();
        nudge();
    }

    private void nudge() {
        afterCommit.once(Due.class, () -> due.fireAsync(new Due()));
    }
}
