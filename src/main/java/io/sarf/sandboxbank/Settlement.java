package io.sarf.sandboxbank;

import java.sql.SQLException;
import java.util.List;

/** Advances orders that are due, each in its own transaction, so that a stop loses nothing. */
final class Settlement {
    private static final int BATCH = 500;

    private final Database database;
    private final Orders orders;
    private final Approvals approvals;
    private final BankClock clock;

    Settlement(Database database, Orders orders, Approvals approvals, BankClock clock) {
        this.database = database;
        this.orders = orders;
        this.approvals = approvals;
        this.clock = clock;
    }

    /** Repeats until nothing is due: a settled order may be due again at once after the clock was advanced. */
    void settleAll() {
        while (settleDue() > 0) {
            // settleDue has settled one batch.
        }
    }

    int settleDue() {
        List<Due> due = database.transact(tx -> tx.list(
                row -> new Due(SimulatedBank.valueOf(row.getString("bank")), row.getString("reference")),
                "select bank, reference from payment_order where due_at <= ? order by due_at limit ?",
                clock.now(),
                BATCH));
        due.forEach(one -> database.transact(tx -> settle(tx, one)));
        return due.size();
    }

    private boolean settle(Tx tx, Due due) throws SQLException {
        PaymentOrder order = orders.lock(tx, due.bank(), due.reference()).orElseThrow();
        var dueAt = order.dueAt();
        if (dueAt == null || dueAt.isAfter(clock.now())) {
            return false;
        }
        approvals.settle(tx, order);
        return true;
    }

    private record Due(SimulatedBank bank, String reference) {}
}
