package io.sarf.payouts.dispatch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.bank.ChangesAnswer.Change;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.bank.Verdict;
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

/** From a lookup or a reported change. Applying the same status twice changes nothing. */
@ApplicationScoped
class ApplyBankStatus {
    private final Payouts payouts;
    private final PayoutTasks tasks;
    private final TransitionPayout transition;
    private final Quarantine quarantine;
    private final Clock clock;

    ApplyBankStatus(
            Payouts payouts, PayoutTasks tasks, TransitionPayout transition, Quarantine quarantine, Clock clock) {
        this.payouts = payouts;
        this.tasks = tasks;
        this.transition = transition;
        this.quarantine = quarantine;
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
     * Applies a reported change in its own short transaction. An order of ours without a payout is quarantined; any
     * other is ignored. The report may be older than the current step: {@code Queued} does not end an authorization
     * that began since, and unknown orders are never reported.
     */
    @AcrossApplications
    @Retried
    @Background
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void reported(String bank, Change change) {
        if (!OurReference.isOurs(change.reference())) {
            return;
        }
        var reference = new OurReference(change.reference());
        // In a separate transaction, so that this one locks the payout's task first and reads nothing older than that
        // lock.
        var whose = QuarkusTransaction.requiringNew().call(() -> payouts.whose(reference));
        if (whose.isEmpty()) {
            quarantine.add(bank, change.account(), reference, change.status());
            return;
        }
        var scope = whose.get().scope();
        var id = whose.get().id();
        tasks.lock(scope, id);
        var payout = payouts.require(scope, id);
        var before = payout.revision();
        apply(payout, change.status());
        if (payout.revision() != before) {
            tasks.wake(scope, id, clock.instant());
        }
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
