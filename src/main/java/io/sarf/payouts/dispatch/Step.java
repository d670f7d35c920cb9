package io.sarf.payouts.dispatch;

import io.sarf.payouts.bank.BankAnswer;
import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.CancelAnswer;
import io.sarf.payouts.bank.Order;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.bank.SentOrder;
import io.sarf.payouts.connection.BankConnection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a payout needs next. */
sealed interface Step {
    /** No call: the task is due again then, or idle without a time. */
    record Wait(@Nullable Instant until) implements Step {}

    /** A call to a bank. Its intent is committed; its answer goes to {@link RecordAnswers}. */
    sealed interface Call extends Step {
        /** The answer to record if the bank is no longer configured. */
        BankAnswer withoutBank();
    }

    /** A call with credentials the bank may reject. */
    sealed interface Signed extends Call {
        BankConnection with();
    }

    record Queue(BankConnection with, Order order) implements Signed {
        @Override
        public QueueAnswer withoutBank() {
            return new QueueAnswer.NotTaken("The bank is not configured");
        }
    }

    /** @param alone after a call for several began nothing, because of one of them */
    record Authorize(BankConnection with, OurReference reference, boolean alone) implements Signed {
        @Override
        public BeginAnswer withoutBank() {
            return new BeginAnswer.Unknown();
        }
    }

    record Cancel(BankConnection with, OurReference reference) implements Signed {
        @Override
        public CancelAnswer withoutBank() {
            return new CancelAnswer.Unknown();
        }
    }

    /** The order's last send, or the payout's creation, is {@link SentOrder#sentAt}. */
    record LookUp(SentOrder order) implements Call {
        @Override
        public OrderStatus withoutBank() {
            return new OrderStatus.NoAnswer();
        }
    }
}
