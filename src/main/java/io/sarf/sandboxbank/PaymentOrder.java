package io.sarf.sandboxbank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * @param copies number of payments: 1, unless the bank simulates missing deduplication
 * @param running whether a person has a code to authorize it and may still answer
 */
record PaymentOrder(
        SimulatedBank bank,
        String reference,
        String id,
        String company,
        String account,
        String beneficiary,
        Money amount,
        String description,
        boolean inPortal,
        OrderState state,
        @Nullable String code,
        @Nullable String message,
        @Nullable String bankReference,
        Instant queuedAt,
        @Nullable Instant dueAt,
        int copies,
        boolean running) {

    /** Takes the current time. A challenge of reserved credentials does not count, because nobody can answer it. */
    static final String SELECT = "select o.*, exists (select 1 from challenge_order l"
            + " join challenge c on c.id = l.challenge join bank_user u on u.id = c.bank_user"
            + " where l.bank = o.bank and l.reference = o.reference and c.state = 'OPEN' and c.expires_at > ?"
            + " and not u.held) as running from payment_order o where ";

    static PaymentOrder from(ResultSet row) throws SQLException {
        return new PaymentOrder(
                SimulatedBank.valueOf(row.getString("bank")),
                row.getString("reference"),
                row.getString("id"),
                row.getString("company"),
                row.getString("account"),
                row.getString("beneficiary"),
                Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("amount")),
                row.getString("description"),
                row.getBoolean("in_portal"),
                OrderState.valueOf(row.getString("state")),
                row.getString("code"),
                row.getString("message"),
                row.getString("bank_reference"),
                Tx.instant(row, "queued_at"),
                Tx.maybeInstant(row, "due_at"),
                row.getInt("copies"),
                row.getBoolean("running"));
    }

    /** This order after the step. */
    PaymentOrder at(Orders.Step step) {
        return new PaymentOrder(
                bank,
                reference,
                id,
                company,
                account,
                beneficiary,
                amount,
                description,
                inPortal,
                step.state(),
                step.code(),
                step.message(),
                step.bankReference() == null ? bankReference : step.bankReference(),
                queuedAt,
                step.dueAt(),
                copies,
                running);
    }

    boolean queued() {
        return state == OrderState.QUEUED;
    }

    boolean rehearses(AmountTrigger trigger) {
        return trigger.means(amount);
    }

    ObjectNode json() {
        String status = queued() && running ? "authorization_running" : state.name();
        return Json.object()
                .put("reference", reference)
                .put("account", account)
                .put("status", status.toLowerCase(Locale.ROOT))
                .put("bank_id", id)
                .put("bank_reference", bankReference)
                .put("code", code)
                .put("message", message);
    }

    ObjectNode result() {
        ObjectNode result = Json.object().put("reference", reference);
        return switch (state) {
            case ACCEPTED, PROCESSED, REJECTED ->
                result.put("result", "accepted").put("bank_reference", bankReference);
            case PENDING -> result.put("result", "pending");
            case REFUSED -> result.put("result", "refused").put("code", code).put("message", message);
            case REFUSED_BY_APPROVER ->
                result.put("result", "refused_by_approver").put("message", message);
            case TAKEN_BACK ->
                result.put("result", "refused")
                        .put("code", "USER_CANCELLED")
                        .put("message", "The order was taken back");
            case QUEUED -> result.put("result", "unknown");
        };
    }
}
