package io.sarf.payouts.payout;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.WorkAtBanks;
import io.sarf.payouts.destination.DestinationId;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.work.AfterCommit;
import io.sarf.payouts.work.Lease;
import io.sarf.payouts.work.Locking;
import io.sarf.payouts.work.WorkTable;
import io.sarf.payouts.workqueue.WorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.StatelessSession;

/** Schedules payouts for their next step, and leases them. */
@ApplicationScoped
public class PayoutTasks implements WorkQueue {
    /** Work may be due. Only a hint: polling finds a task if the hint is missed. */
    public record Due() {}

    /** A bank reports what becomes of what it has. It is asked only in case a report got lost. */
    public static final Duration REPORTED = Duration.ofSeconds(30);

    /** Longer than a bank may take to answer, shorter than any bank's horizon. */
    private static final Duration LEASE = Duration.ofSeconds(45);

    private final EntityManager entities;
    private final StatelessSession inserts;
    private final WorkTable table;
    private final AfterCommit afterCommit;
    private final Event<Due> due;
    private final WorkAtBanks.Claims claims;
    private final Clock clock;

    PayoutTasks(
            EntityManager entities,
            StatelessSession inserts,
            AfterCommit afterCommit,
            Event<Due> due,
            WorkAtBanks.Claims claims,
            Clock clock) {
        this.entities = entities;
        this.inserts = inserts;
        this.table = new WorkTable("payout_task", entities, "bank", "application", "bulk");
        this.afterCommit = afterCommit;
        this.due = due;
        this.claims = claims;
        this.clock = clock;
    }

    @Override
    public Name name() {
        return Name.PAYOUT;
    }

    @Override
    public WorkTable table() {
        return table;
    }

    @Override
    @AcrossApplications
    public Optional<About> about(UUID work) {
        return Optional.ofNullable(entities.find(Payout.class, work))
                .map(payout -> new About(Chain.of(payout.scope()), TransitionPayout.subject(payout)));
    }

    @AcrossApplications
    public List<WorkAtBanks.Share> due() {
        return claims.due(table);
    }

    /**
     * Claims due tasks, an equal part of them for each share. The claim is committed when this returns.
     *
     * @param most in all
     */
    @AcrossApplications
    public List<Lease> claim(List<WorkAtBanks.Share> shares, int most) {
        return claims.claim(table, shares, most, LEASE);
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

    /** What a payout's task has to do after the bank has reported something of it. */
    public enum Next {
        NOW,
        LOOK_LATER,
        NOTHING
    }

    /** A task that is due or claimed for a look stays so: the answer that is under way may be newer than the report. */
    @AcrossApplications
    public void reported(List<UUID> payouts, Next next) {
        switch (next) {
            case NOW -> {
                table.wake(payouts, clock.instant());
                nudge();
            }
            case NOTHING -> table.wake(payouts, null);
            case LOOK_LATER ->
                entities.createNativeQuery(
                                "UPDATE payout_task SET due_at = COALESCE(due_at, :at) WHERE id IN (:payouts)")
                        .setParameter("at", clock.instant().plus(REPORTED))
                        .setParameter("payouts", payouts)
                        .executeUpdate();
        }
    }

    /** Makes the task due at {@code at} and resets its attempts. */
    public void wake(Scope scope, PayoutId payout, Instant at) {
        table.wake(payout.value(), at);
        if (!at.isAfter(clock.instant())) {
            nudge();
        }
    }

    /** Wakes payouts that were not sent because their payees were not ready at the bank. */
    void wakeUnsent(Scope scope, Collection<DestinationId> payees) {
        var waiting = entities.unwrap(Session.class)
                .createNativeQuery(
                        "SELECT id FROM payout WHERE destination IN (:payees) AND status = 'CREATED'"
                                + " AND application = :application AND environment = :environment",
                        UUID.class)
                .setParameter(
                        "payees", payees.stream().map(DestinationId::value).toList())
                .setParameter("application", scope.application().value())
                .setParameter("environment", scope.environment().name())
                .getResultList();
        if (!waiting.isEmpty()) {
            wake(scope, waiting, clock.instant());
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
