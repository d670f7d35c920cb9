package io.sarf.payouts.payout;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.work.AfterCommit;
import io.sarf.payouts.work.Background;
import io.sarf.payouts.work.Lease;
import io.sarf.payouts.work.Locking;
import io.sarf.payouts.work.WorkTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Schedules payouts for their next step, and leases them. */
@ApplicationScoped
public class PayoutTasks {
    /** Work may be due. Only a hint: polling finds a task if the hint is missed. */
    public record Due() {}

    public record Share(String bank, ApplicationId application) {}

    /** Longer than a bank may take to answer, shorter than any bank's horizon. */
    private static final Duration LEASE = Duration.ofSeconds(45);

    private final EntityManager entities;
    private final StatelessSession inserts;
    private final WorkTable table;
    private final AfterCommit afterCommit;
    private final Event<Due> due;
    private final Ids ids;
    private final Clock clock;

    PayoutTasks(
            EntityManager entities,
            StatelessSession inserts,
            AfterCommit afterCommit,
            Event<Due> due,
            Ids ids,
            Clock clock) {
        this.entities = entities;
        this.inserts = inserts;
        this.table = new WorkTable("payout_task", entities);
        this.afterCommit = afterCommit;
        this.due = due;
        this.ids = ids;
        this.clock = clock;
    }

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

    /**
     * Claims due tasks, an equal part of them for each share. The claim is committed when this returns.
     *
     * @param most in all
     */
    @AcrossApplications
    @Background
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Lease> claim(List<Share> shares, int most) {
        var leases = new ArrayList<Lease>();
        var owner = ids.next();
        var waiting = shares.size();
        for (var share : shares) {
            // An equal part of what is left, rounded up.
            var part = (most - leases.size() + waiting - 1) / waiting--;
            if (part > 0) {
                leases.addAll(table.claim(
                        Map.<String, Object>of(
                                "bank",
                                share.bank(),
                                "application",
                                share.application().value()),
                        part,
                        owner,
                        clock.instant(),
                        LEASE));
            }
        }
        return leases;
    }

    /** Locks the tasks. Without those whose lease is lost or that were postponed since: their answers are outdated. */
    @AcrossApplications
    public WorkTable.Owned owned(List<Lease> leases, Locking locking) {
        return table.ownedAndDue(leases, clock.instant(), locking);
    }

    /**
     * Locks the task until the transaction ends; always before the payout is read, so that nobody decides on old data.
     */
    public void lock(Scope scope, PayoutId payout) {
        table.lock(List.of(payout.value()));
    }

    public void lock(Scope scope, Collection<PayoutId> several) {
        table.lock(several.stream().map(PayoutId::value).toList());
    }

    void add(List<Payout> payouts) {
        var now = clock.instant();
        inserts.insertMultiple(
                payouts.stream().map(payout -> new PayoutTask(payout, now)).toList());
        nudge();
    }

    /** Ends leases: a task is due again then, or idle without a time. */
    @AcrossApplications
    public void release(List<WorkTable.Release> releases) {
        table.release(releases);
        var now = clock.instant();
        if (releases.stream().map(WorkTable.Release::due).anyMatch(due -> due != null && !due.isAfter(now))) {
            nudge();
        }
    }

    /** Makes the task due at {@code at} and resets its attempts. */
    public void wake(Scope scope, PayoutId payout, Instant at) {
        table.wake(payout.value(), at);
        if (!at.isAfter(clock.instant())) {
            nudge();
        }
    }

    public void wake(Scope scope, Collection<UUID> payouts, Instant at) {
        table.wake(List.copyOf(payouts), at);
        if (!at.isAfter(clock.instant())) {
            nudge();
        }
    }

    /** Advances due times, for the sandbox's simulated time. */
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
