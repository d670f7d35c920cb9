package io.sarf.payouts.dispatch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.bank.ChangesAnswer.Change;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.bank.Verdict;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutEvent;
import io.sarf.payouts.payout.PayoutStatus;
import io.sarf.payouts.payout.PayoutTasks;
import io.sarf.payouts.payout.Payouts;
import io.sarf.payouts.payout.TransitionPayout;
import io.sarf.payouts.quarantine.Quarantine;
import io.sarf.payouts.work.Background;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** From a lookup or a reported change. Applying the same status twice changes nothing. */
@ApplicationScoped
class ApplyBankStatus {
    private final Payouts payouts;
    private final PayoutTasks tasks;
    private final TransitionPayout transition;
    private final Quarantine quarantine;
    private final Connections connections;
    private final Clock clock;

    ApplyBankStatus(
            Payouts payouts,
            PayoutTasks tasks,
            TransitionPayout transition,
            Quarantine quarantine,
            Connections connections,
            Clock clock) {
        this.payouts = payouts;
        this.tasks = tasks;
        this.transition = transition;
        this.quarantine = quarantine;
        this.connections = connections;
        this.clock = clock;
    }

    /** The caller has locked the task; no other call for the payout was under way. Returns whether it changed. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean lookedUp(Payout payout, OrderStatus status) {
        var before = payout.revision();
        if (status instanceof OrderStatus.NotKnownHere unknown) {
            if (unknown.guaranteed() && payout.status() == PayoutStatus.QUEUEING) {
                transition.notTaken(payout, "The bank does not know it", TransitionPayout.bank(payout));
            }
        } else if (status instanceof OrderStatus.Queued && payout.status() == PayoutStatus.AUTHORIZING) {
            transition.apply(
                    payout,
                    new PayoutEvent.AuthorizationClosed("Not authorized at the bank"),
                    TransitionPayout.bank(payout));
        } else {
            apply(payout, status);
        }
        return payout.revision() != before;
    }

    /**
     * Applies reported changes in one transaction, in order. An order of ours without a payout is quarantined; any other is
     * ignored. A report may be older than the current step: {@code Queued} does not end an authorization that began since, and
     * unknown orders are never reported.
     */
    @AcrossApplications
    @Retried
    @Background
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void reported(String bank, List<Change> changes) {
        var ours = changes.stream()
                .filter(change -> OurReference.isOurs(change.reference()))
                .toList();
        if (ours.isEmpty()) {
            return;
        }
        var references = ours.stream()
                .map(change -> new OurReference(change.reference()))
                .collect(Collectors.toSet());
        // In a separate transaction, so that this one locks the payouts' tasks first and reads nothing older than these
        // locks.
        var whose = QuarkusTransaction.requiringNew().call(() -> payouts.whose(references));
        tasks.table().lock(whose.values());
        var found = payouts.those(List.copyOf(whose.values()));
        connections.load(found.values().stream().map(Payout::connection).collect(Collectors.toSet()));
        var changed = new LinkedHashSet<Payout>();
        for (var change : ours) {
            var reference = new OurReference(change.reference());
            var id = whose.get(reference);
            if (id == null) {
                quarantine.add(bank, change.account(), reference, change.status());
            } else if (applied(Objects.requireNonNull(found.get(id)), change.status())) {
                changed.add(found.get(id));
            }
        }
        changed.stream()
                .collect(Collectors.groupingBy(this::next))
                .forEach((next, some) -> tasks.reported(
                        some.stream().map(payout -> payout.id().value()).toList(), next));
    }

    private boolean applied(Payout payout, OrderStatus status) {
        var before = payout.revision();
        apply(payout, status);
        return payout.revision() != before;
    }

    private PayoutTasks.Next next(Payout payout) {
        if (payout.state().outcome() != null) {
            return PayoutTasks.Next.NOTHING;
        }
        return RecordAnswers.isReported(payout) ? PayoutTasks.Next.LOOK_LATER : PayoutTasks.Next.NOW;
    }

    @AcrossApplications
    @Retried
    @Background
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void quarantine(String bank, Change change) {
        quarantine.add(bank, change.account(), new OurReference(change.reference()), change.status());
    }

    private void apply(Payout payout, OrderStatus status) {
        if (status instanceof OrderStatus.Queued queued) {
            if (payout.status() == PayoutStatus.QUEUEING) {
                transition.queued(payout, queued.bankId());
            }
        } else if (status instanceof OrderStatus.TakenBack) {
            takenBack(payout);
        } else if (status instanceof Verdict verdict) {
            transition.decided(payout, verdict);
        } else if (status instanceof OrderStatus.Processed processed) {
            transition.decided(payout, new Verdict.Accepted(processed.bankReference()));
            transition.applyIfPossible(payout, new PayoutEvent.Processed());
        } else if (status instanceof OrderStatus.RejectedAfterAcceptance rejected) {
            transition.decided(payout, new Verdict.Accepted(rejected.bankReference()));
            transition.applyIfPossible(payout, new PayoutEvent.Rejected(rejected.code(), rejected.message()));
        }
    }

    /**
     * Unless the payout is being cancelled here, somebody cancelled it at the bank; a pending order has then failed.
     */
    private void takenBack(Payout payout) {
        if (payout.status() == PayoutStatus.PENDING_WITH_BANK) {
            transition.decided(
                    payout, new Verdict.Refused(ReasonCode.USER_CANCELLED, "The order was taken back at the bank."));
        } else {
            transition.applyIfPossible(payout, new PayoutEvent.TakenBack());
        }
    }
}
