package io.sarf.sandboxbank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.joda.money.Money;

/** Accepts an order once per reference; a repeated call returns the first answer, unless deduplication is off. */
final class QueueOrder {
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final SignedInRoutes counter;
    private final Orders orders;
    private final Beneficiaries beneficiaries;
    private final Maintenance maintenance;
    private final Approvals approvals;
    private final Simulation switches;
    private final Duration slowAnswer;

    QueueOrder(
            SignedInRoutes counter,
            Orders orders,
            Beneficiaries beneficiaries,
            Maintenance maintenance,
            Approvals approvals,
            Simulation switches,
            Duration slowAnswer) {
        this.counter = counter;
        this.orders = orders;
        this.beneficiaries = beneficiaries;
        this.maintenance = maintenance;
        this.approvals = approvals;
        this.switches = switches;
        this.slowAnswer = slowAnswer;
    }

    Reply queue(SimulatedBank bank, String reference, NewOrder asked, int call) {
        Money amount = asked.money();
        boolean first = call == 1;
        if (first && AmountTrigger.CALL_LOST.means(amount)) {
            return new Reply.Cut();
        }
        Reply reply = counter.serve(
                bank,
                asked.credentials(),
                tx -> OrderCalls.notTaken(tx, bank, reference, call),
                (tx, user) -> take(tx, user, reference, asked, call));
        if (first && AmountTrigger.ANSWER_LOST.means(amount)) {
            return new Reply.Cut();
        }
        if (first && AmountTrigger.SLOW.means(amount) && reply instanceof Reply.Answer answer) {
            return Reply.late(answer.body(), slowAnswer);
        }
        return reply;
    }

    private Reply take(Tx tx, BankUser user, String reference, NewOrder asked, int call) throws SQLException {
        boolean mayStillBeTaken = OrderCalls.mayStillBeTaken(tx, user.bank(), reference, asked.sentAt());
        Optional<PaymentOrder> known = orders.find(tx, user.bank(), reference);
        if (known.isPresent()) {
            if (!asked.same(known.get()) || !known.get().company().equals(user.company())) {
                return Reply.error(409, "another_order", "Another order has this reference");
            }
            // An order behind the fence is not paid again, even without deduplication.
            if (mayStillBeTaken && switches.withoutDeduplication()) {
                approvals.again(tx, known.get());
            }
            return Reply.ok(taken(known.get()));
        }
        if (!mayStillBeTaken) {
            return Reply.error(409, "stale", "The order was asked after and answered for; this call came too late");
        }
        Money amount = asked.money();
        if (call == 1 && AmountTrigger.MAINTENANCE.means(amount)) {
            maintenance.close(tx, user.bank(), user.application(), PAUSE);
            OrderCalls.notTaken(tx, user.bank(), reference, call);
            return Reply.maintenance(maintenance
                    .until(tx, user.bank(), user.application())
                    .orElseThrow()
                    .toString());
        }
        boolean own = BankUsers.accounts(tx, user).stream()
                .anyMatch(account -> account.id().equals(asked.account())
                        && account.currency().equals(asked.currency()));
        if (!own) {
            return Reply.ok(SignedInRoutes.refused("EU_FUNCTIONALITY_RESTRICTED", "Not an account of this user"));
        }
        return Reply.ok(taken(orders.insert(tx, user, reference, asked, amount, beginning(tx, user, asked, amount))));
    }

    private Orders.Beginning beginning(Tx tx, BankUser user, NewOrder asked, Money amount) throws SQLException {
        if (amount.getAmount().compareTo(SimulatedBank.MAX) > 0
                || amount.getAmount().compareTo(SimulatedBank.MIN) < 0) {
            return Orders.Beginning.refused("AMOUNT_OVER_MAX_VALUE", "The amount is outside the bank's limits");
        }
        if (!beneficiaries.payable(tx, user, asked.beneficiary())) {
            return Orders.Beginning.refused("BENEFICIARY_NOT_FOUND", "The beneficiary cannot be paid");
        }
        return AmountTrigger.OVER_DAILY_LIMIT.means(amount)
                ? Orders.Beginning.refused("EXCEEDS_DAILY_LIMIT", "The daily limit is exceeded")
                : Orders.Beginning.queued();
    }

    private static ObjectNode taken(PaymentOrder order) {
        return order.state() == OrderState.REFUSED
                ? SignedInRoutes.refused(String.valueOf(order.code()), String.valueOf(order.message()))
                : Json.object()
                        .put("answer", "taken")
                        .put("bank_id", order.id())
                        .put("reference", order.reference())
                        .put("amount", order.amount().getAmount().toPlainString())
                        .put("currency", order.amount().getCurrencyUnit().getCode());
    }
}
