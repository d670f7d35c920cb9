package io.sarf.payouts.dispatch;

import io.sarf.payouts.bank.Bank;
import io.sarf.payouts.bank.BankAnswer;
import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.CancelAnswer;
import io.sarf.payouts.bank.Order;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.Connections;
import java.time.Instant;
import java.util.List;

/** A call to a bank for one payout. Its intent is committed; its answer goes to {@link AdvancePayout#record}. */
sealed interface Step {
    String bank();

    /** Call outside a transaction. */
    BankAnswer ask(Bank bank, Connections connections);

    /** The answer to record if the bank is no longer configured. */
    BankAnswer withoutBank();

    /** A call with credentials the bank may reject. */
    sealed interface Signed extends Step {
        BankConnection with();

        @Override
        default String bank() {
            return with().bank();
        }
    }

    record Queue(BankConnection with, Order order) implements Signed {
        @Override
        public QueueAnswer ask(Bank bank, Connections connections) {
            return bank.queue(connections.credentials(with), order);
        }

        @Override
        public QueueAnswer withoutBank() {
            return new QueueAnswer.NotTaken("The bank is not configured");
        }
    }

    record Authorize(BankConnection with, OurReference reference) implements Signed {
        @Override
        public BeginAnswer ask(Bank bank, Connections connections) {
            return bank.begin(connections.credentials(with), List.of(reference));
        }

        @Override
        public BeginAnswer withoutBank() {
            return new BeginAnswer.Unknown();
        }
    }

    record Cancel(BankConnection with, OurReference reference) implements Signed {
        @Override
        public CancelAnswer ask(Bank bank, Connections connections) {
            return bank.cancel(connections.credentials(with), reference);
        }

        @Override
        public CancelAnswer withoutBank() {
            return new CancelAnswer.Unknown();
        }
    }

    /** @param sentAt time of the last send, or of the payout's creation */
    record LookUp(String bank, OurReference reference, Instant sentAt) implements Step {
        @Override
        public OrderStatus ask(Bank bank, Connections connections) {
            return bank.status(reference, sentAt);
        }

        @Override
        public OrderStatus withoutBank() {
            return new OrderStatus.NoAnswer();
        }
    }
}
