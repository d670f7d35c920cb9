package io.sarf.sandboxbank;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Inside the bank: approvers at its portal, its own evening work, and what its books say. */
public final class BehindTheCounter {
    /**
     * What the bank knows of one reference.
     *
     * @param state NONE when there is no order
     * @param calls how often it was told to pay
     * @param violations calls that came before the horizon of the one before, or for an order it had
     * @param payments how often money moved
     */
    public record Known(String state, int calls, int violations, int payments, long amountMinor) {}

    private final Bank bank;

    public BehindTheCounter(SandboxBank running) {
        this.bank = running.bank;
    }

    /** Somebody else of the same company decides at the portal; true if the order waited for it there. */
    public boolean decide(String userName, String reference, boolean approve) {
        var user = bank.database.transact(tx -> tx.one(
                        BankUser::from,
                        BankUser.SELECT + "u.bank = ? and u.user_name = ?",
                        SimulatedBank.SANDBOX_SME_UAE,
                        userName)
                .orElseThrow());
        return new PortalPayments(bank).decide(user, List.of(reference), approve) == 1;
    }

    /** Settles what is due now. */
    public void settle() {
        bank.settling.settleAll();
    }

    /** When something settles next. */
    public Optional<Instant> nextDue() {
        return bank.database
                .transact(tx -> tx.list(
                        row -> Optional.ofNullable(Tx.maybeInstant(row, "due")),
                        "select min(due_at) as due from payment_order"))
                .get(0);
    }

    /** Whether the bank has anything to tell to somebody who has heard everything up to there. */
    public boolean hasNews(long heard) {
        return bank.database.transact(tx -> tx.number(
                        "select count(*) from payment_order where change_number is null or change_number > ?", heard))
                > 0;
    }

    /** Whether a second call under a reference is a second order. */
    public void withoutDeduplication(boolean on) {
        bank.switches.withoutDeduplication(on);
    }

    public Known known(String reference) {
        return bank.database.transact(tx -> {
            var calls = tx.one(
                    row -> new int[] {row.getInt("calls"), row.getInt("violations")},
                    "select calls, violations from order_call where reference = ?",
                    reference);
            var order = tx.one(
                    row -> new String[] {row.getString("state"), row.getString("amount"), row.getString("id")},
                    "select state, amount, id from payment_order where reference = ?",
                    reference);
            var payments = order.isEmpty()
                    ? 0
                    : tx.number(
                            "select count(*) from posting where kind = 'PAYMENT' and (subject = ? or subject like ?)",
                            order.get()[2],
                            order.get()[2] + "#%");
            return new Known(
                    order.map(found -> found[0]).orElse("NONE"),
                    calls.map(found -> found[0]).orElse(0),
                    calls.map(found -> found[1]).orElse(0),
                    (int) payments,
                    order.map(found -> Long.parseLong(found[1])).orElse(0L));
        });
    }

    /** What is wrong with the books as a whole; empty when nothing is. */
    public List<String> faults() {
        var audit = bank.books.audit();
        return List.of(
                        "unbalanced_postings",
                        "wrong_balances",
                        "below_overdraft",
                        "payments_without_order",
                        "orders_without_payment")
                .stream()
                .filter(what -> audit.path(what).asLong() != 0)
                .map(what -> what + ": " + audit.path(what).asLong())
                .toList();
    }
}
