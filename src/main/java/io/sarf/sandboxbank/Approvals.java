package io.sarf.sandboxbank;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Approves or rejects orders, for every caller. The order is locked, and its money moves in the same transaction. */
final class Approvals {
    private final Orders orders;
    private final Ledger ledger;
    private final BankClock clock;
    private final Simulation switches;
    private final Duration settlingDelay;

    Approvals(Orders orders, Ledger ledger, BankClock clock, Simulation switches, Duration settlingDelay) {
        this.orders = orders;
        this.ledger = ledger;
        this.clock = clock;
        this.switches = switches;
        this.settlingDelay = settlingDelay;
    }

    /** Does nothing if the order is no longer queued. */
    PaymentOrder approve(Tx tx, PaymentOrder order) throws SQLException {
        if (!order.queued()) {
            return order;
        }
        Instant now = clock.now();
        if (order.rehearses(AmountTrigger.NO_FUNDS) || !pay(tx, order, now)) {
            return orders.move(
                    tx,
                    order,
                    new Orders.Step(
                            OrderState.REFUSED,
                            "INSUFFICIENT_BALANCE",
                            "There is not enough on the account",
                            null,
                            null));
        }
        return order.rehearses(AmountTrigger.PENDING)
                ? orders.move(tx, order, new Orders.Step(OrderState.PENDING, null, null, null, settled(now)))
                : orders.move(tx, order, accepted(now));
    }

    PaymentOrder reject(Tx tx, PaymentOrder order) throws SQLException {
        return order.queued()
                ? orders.move(
                        tx,
                        order,
                        new Orders.Step(
                                OrderState.REFUSED_BY_APPROVER, null, "Rejected by another approver", null, null))
                : order;
    }

    PaymentOrder settle(Tx tx, PaymentOrder order) throws SQLException {
        return switch (order.state()) {
            case QUEUED -> reject(tx, order);
            case PENDING -> orders.move(tx, order, accepted(clock.now()));
            case ACCEPTED ->
                order.rehearses(AmountTrigger.REJECTED_LATER)
                        ? giveBack(tx, order)
                        : orders.move(tx, order, Orders.Step.to(OrderState.PROCESSED));
            case PROCESSED, REFUSED, REFUSED_BY_APPROVER, TAKEN_BACK, REJECTED -> order;
        };
    }

    private PaymentOrder giveBack(Tx tx, PaymentOrder order) throws SQLException {
        ledger.post(
                tx,
                new Ledger.Posting(
                        "RETURN",
                        order.id(),
                        "Returned: " + order.description(),
                        order.bank().internalAccount(Ledger.SETTLEMENT),
                        order.account(),
                        order.amount(),
                        clock.now()));
        return orders.move(
                tx,
                order,
                new Orders.Step(
                        OrderState.REJECTED,
                        "BENEFICIARY_NOT_FOUND",
                        "The receiving bank sent the money back",
                        null,
                        null));
    }

    /** Simulates a bank that treats a repeated call as a second order: pays it too, at once if the first is paid. */
    void again(Tx tx, PaymentOrder order) throws SQLException {
        PaymentOrder more = orders.copy(tx, order);
        boolean paid = switch (more.state()) {
            case PENDING, ACCEPTED, PROCESSED, REJECTED -> true;
            case QUEUED, REFUSED, REFUSED_BY_APPROVER, TAKEN_BACK -> false;
        };
        if (paid) {
            pay(tx, more, more.copies(), clock.now());
        }
    }

    private boolean pay(Tx tx, PaymentOrder order, Instant now) throws SQLException {
        if (!pay(tx, order, 1, now)) {
            return false;
        }
        for (int copy = 2; copy <= order.copies(); copy++) {
            pay(tx, order, copy, now);
        }
        return true;
    }

    private boolean pay(Tx tx, PaymentOrder order, int copy, Instant now) throws SQLException {
        return ledger.post(
                tx,
                new Ledger.Posting(
                        "PAYMENT",
                        copy == 1 ? order.id() : order.id() + "#" + copy,
                        order.description(),
                        order.account(),
                        order.bank().internalAccount(Ledger.SETTLEMENT),
                        order.amount(),
                        now));
    }

    private Orders.Step accepted(Instant now) {
        return new Orders.Step(OrderState.ACCEPTED, null, null, "SBX" + Ids.digits(14), settled(now));
    }

    Instant settled(Instant from) {
        return from.plus(Duration.parse(switches.value("settling-delay", settlingDelay.toString())));
    }
}
