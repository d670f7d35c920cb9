package io.sarf.sandboxbank;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

final class PortalPayments {
    private static final int MOST = 200;

    private final Bank bank;

    PortalPayments(Bank bank) {
        this.bank = bank;
    }

    List<Waiting> waiting(BankUser user) {
        return bank.database.transact(tx -> tx.list(
                row -> new Waiting(
                        row.getString("reference"),
                        row.getString("payee"),
                        row.getString("description"),
                        Tx.instant(row, "queued_at").toString(),
                        Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("amount"))),
                "select o.reference, b.name as payee, o.description, o.queued_at, o.currency, o.amount"
                        + " from payment_order o join beneficiary b on b.id = o.beneficiary"
                        + " where o.company = ? and o.state = 'QUEUED' and o.in_portal order by o.queued_at limit ?",
                user.company(),
                MOST));
    }

    /** @return how many were decided; the others were decided before or belong to another company */
    int decide(BankUser user, List<String> references, boolean approve) {
        if (!user.authorizer()) {
            return 0;
        }
        return bank.database.transact(tx -> {
            int decided = 0;
            for (String reference :
                    references.stream().distinct().sorted().limit(MOST).toList()) {
                decided += decide(tx, user, reference, approve) ? 1 : 0;
            }
            return decided;
        });
    }

    private boolean decide(Tx tx, BankUser user, String reference, boolean approve) throws SQLException {
        Optional<PaymentOrder> found = bank.orders
                .lock(tx, user.bank(), reference)
                .filter(order -> order.company().equals(user.company()) && order.inPortal() && order.queued());
        if (found.isEmpty()) {
            return false;
        }
        if (approve) {
            bank.approvals.approve(tx, found.get());
        } else {
            bank.approvals.reject(tx, found.get());
        }
        return true;
    }

    record Waiting(String reference, String payee, String description, String at, Money amount) {}
}
