package io.sarf.sandboxbank;

import java.sql.SQLException;
import java.util.List;

/** Advances orders that are due. What a stop takes back is still due. */
final class Settlement {
    private static final int BATCH = 500;

    /** Orders in a transaction: few, so that nobody waits long for one of them. */
    private static final int TOGETHER = 25;

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
        for (int from = 0; from < due.size(); from += TOGETHER) {
            List<Due> some = due.subList(from, Math.min(due.size(), from + TOGETHER));
            database.transact(tx -> {
                for (Due one : some) {
                    settle(tx, one);
                }
                return some.size();
            });
        }
        return due.size();
    }

    private void settle(Tx tx, Due due) throws SQLException {
        PaymentOrder order = orders.lock(tx, due.bank(), due.reference()).orElseThrow();
        var dueAt = order.dueAt();
        if (dueAt != null && !dueAt.isAfter(clock.now())) {
            approvals.settle(tx, order);
        }
    }

    private record Due(SimulatedBank bank, String reference) {}
}
