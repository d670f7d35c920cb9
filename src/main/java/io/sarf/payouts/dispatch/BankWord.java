package io.sarf.payouts.dispatch;

import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutEvent;
import io.sarf.payouts.payout.PayoutStatus;
import io.sarf.payouts.payout.TransitionPayout;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Takes the bank's word on an order, whichever way it came. Whoever calls has locked the payout's task. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class BankWord {
    private final TransitionPayout mover;

    BankWord(TransitionPayout mover) {
        this.mover = mover;
    }

    /**
     * The answer to a question about this order, asked when nothing else was under way.
     *
     * @return whether it was news
     */
    boolean answered(Payout payout, OrderStatus status) {
        var before = payout.revision();
        if (status instanceof OrderStatus.NotKnownHere unknown) {
            if (unknown.guaranteed() && payout.status() == PayoutStatus.QUEUEING) {
                mover.notTaken(payout, "The bank does not know it", TransitionPayout.bank(payout));
            }
        } else if (status instanceof OrderStatus.Queued && payout.status() == PayoutStatus.AUTHORIZING) {
            mover.move(
                    payout,
                    new PayoutEvent.AuthorizationClosed("Not authorized at the bank"),
                    TransitionPayout.bank(payout));
        } else {
            verdict(payout, status);
        }
        return payout.revision() != before;
    }

    /**
     * What the bank tells unasked. It may be older than what we do at this moment: that an order is queued does not end an
     * authorization that has begun since, and that one is unknown is never told this way.
     *
     * @return whether it was news
     */
    boolean told(Payout payout, OrderStatus status) {
        var before = payout.revision();
        verdict(payout, status);
        return payout.revision() != before;
    }

    private void verdict(Payout payout, OrderStatus status) {
        if (status instanceof OrderStatus.Queued queued) {
            if (payout.status() == PayoutStatus.QUEUEING) {
                mover.taken(payout, queued.bankId());
            }
        } else if (status instanceof OrderStatus.TakenBack) {
            takenBack(payout);
        } else if (status instanceof OrderStatus.Pending) {
            mover.word(payout, new PayoutEvent.Pending());
        } else if (status instanceof OrderStatus.Accepted accepted) {
            mover.word(payout, new PayoutEvent.Accepted(accepted.bankReference()));
        } else if (status instanceof OrderStatus.Processed processed) {
            mover.word(payout, new PayoutEvent.Accepted(processed.bankReference()));
            mover.word(payout, new PayoutEvent.Processed());
        } else if (status instanceof OrderStatus.RejectedAfterAcceptance rejected) {
            mover.word(payout, new PayoutEvent.Accepted(rejected.bankReference()));
            mover.word(payout, new PayoutEvent.Rejected(rejected.code(), rejected.message()));
        } else if (status instanceof OrderStatus.Refused refused) {
            mover.word(payout, new PayoutEvent.Refused(refused.code(), refused.message()));
        } else if (status instanceof OrderStatus.RefusedByApprover refused) {
            mover.word(payout, new PayoutEvent.RefusedByApprover(refused.message()));
        }
    }

    /** Nobody here has asked for it then, unless the payout is being cancelled; one the bank had released has failed. */
    private void takenBack(Payout payout) {
        mover.word(
                payout,
                payout.status() == PayoutStatus.PENDING_WITH_BANK
                        ? new PayoutEvent.Refused(ReasonCode.USER_CANCELLED, "The order was taken back at the bank.")
                        : new PayoutEvent.TakenBack());
    }
}
