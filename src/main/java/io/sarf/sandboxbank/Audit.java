package io.sarf.sandboxbank;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Counts faults of the ledger. Apart from the totals, every value must be zero. */
final class Audit {
    private final Database database;

    Audit(Database database) {
        this.database = database;
    }

    ObjectNode audit() {
        return database.transact(tx -> Json.object()
                .put("postings", tx.number("select count(*) from posting"))
                .put("payments", tx.number("select count(*) from posting where kind = 'PAYMENT'"))
                .put("orders", tx.number("select count(*) from payment_order"))
                .put("order_calls", tx.number("select coalesce(sum(calls), 0) from order_call"))
                .put("violations", tx.number("select coalesce(sum(violations), 0) from order_call"))
                .put(
                        "unbalanced_postings",
                        tx.number("select count(*) from (select posting from ledger_entry"
                                + " group by posting, currency having sum(amount) <> 0) off"))
                .put(
                        "wrong_balances",
                        tx.number("select count(*) from account a where a.company is not null and a.balance <>"
                                + " (select coalesce(sum(e.amount), 0) from ledger_entry e where e.account = a.id)"))
                .put("below_overdraft", tx.number("select count(*) from account where balance + overdraft < 0"))
                .put(
                        "payments_without_order",
                        tx.number("select count(*) from posting p where p.kind = 'PAYMENT' and not exists"
                                + " (select 1 from payment_order o where o.id = p.subject and o.state in"
                                + " ('PENDING', 'ACCEPTED', 'PROCESSED', 'REJECTED'))"))
                .put(
                        "orders_without_payment",
                        tx.number("select count(*) from payment_order o where o.state in"
                                + " ('PENDING', 'ACCEPTED', 'PROCESSED', 'REJECTED') and not exists"
                                + " (select 1 from posting p where p.kind = 'PAYMENT' and p.subject = o.id)")));
    }
}
