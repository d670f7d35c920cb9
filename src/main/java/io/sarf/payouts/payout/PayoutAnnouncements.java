package io.sarf.payouts.payout;

import io.sarf.payouts.journal.Announcement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The event of a change, if any: {@code payment.created} once the bank has taken the order or, for a payout that no
 * person authorizes, at the first verdict; then {@code payment.updated}.
 */
final class PayoutAnnouncements {
    private PayoutAnnouncements() {}

    static Optional<Announcement> of(PayoutState before, Payout payout, UUID customer, UUID endUser) {
        var now = payout.state();
        if (payout.orderAtBank().payment() == null) {
            return ApiStatus.of(now.status()) == ApiStatus.FAILED
                    ? Optional.of(updated(payout, customer, endUser))
                    : Optional.empty();
        }
        if (!payout.announced()) {
            var verdict = ApiStatus.of(now.status()) != ApiStatus.AWAITING_AUTHORIZATION;
            if (payout.flow().needsNoPerson() && !verdict) {
                return Optional.empty();
            }
            payout.announce();
            return Optional.of(new Announcement(
                    "payment.created", "A payment object has been created.", payload(payout, customer, endUser)));
        }
        var changed = ApiStatus.of(before.status()) != ApiStatus.of(now.status())
                || !Objects.equals(before.outcome(), now.outcome());
        return changed ? Optional.of(updated(payout, customer, endUser)) : Optional.empty();
    }

    private static Announcement updated(Payout payout, UUID customer, UUID endUser) {
        var payload = payload(payout, customer, endUser);
        payload.put("post_initiation_status", payout.state().outcome());
        payload.put("failure_code", payout.reason().code());
        payload.put("failure_reason", payout.reason().message());
        return new Announcement("payment.updated", "A payment object has been updated.", payload);
    }

    private static Map<String, @Nullable Object> payload(Payout payout, UUID customer, UUID endUser) {
        Map<String, @Nullable Object> payload = new LinkedHashMap<>();
        payload.put("id", payout.orderAtBank().payment());
        payload.put("customer_id", customer);
        payload.put("intent_id", payout.id().value());
        payload.put("status", ApiStatus.of(payout.status()));
        payload.put("amount", payout.amount().getAmount());
        payload.put("currency", payout.amount().getCurrencyUnit().getCode());
        payload.put("payment_destination_id", payout.destination().value());
        payload.put("bank_transaction_reference", payout.orderAtBank().bankReference());
        payload.put("end_user_id", endUser);
        return payload;
    }
}
