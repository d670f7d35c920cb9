package io.sarf.payouts.ondemand;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param status IN_PROGRESS while the bank's answer on one of them is missing, then COMPLETED */
@Schema(name = "Authorization")
record OnDemandView(UUID authorizationId, Status status, List<Payment> payments) {
    @Schema(name = "AuthorizationStatus")
    enum Status {
        IN_PROGRESS,
        COMPLETED
    }

    /** @param errorMessage why it was not released, or did not become a payment; null otherwise */
    @Schema(name = "AuthorizedPayment")
    record Payment(
            UUID paymentIntentId, String status, @Nullable String errorMessage) {}

    static OnDemandView of(UUID id, List<OnDemandPayout> stored, Map<UUID, ReleasePayouts.State> states) {
        var open = stored.stream().anyMatch(one -> one.open(now(one, states)));
        return new OnDemandView(
                id,
                open ? Status.IN_PROGRESS : Status.COMPLETED,
                stored.stream().map(one -> payment(one, now(one, states))).toList());
    }

    private static Payment payment(OnDemandPayout one, ReleasePayouts.State now) {
        return new Payment(one.payout(), now.status(), message(one, now));
    }

    private static @Nullable String message(OnDemandPayout one, ReleasePayouts.State now) {
        if (one.refusal() != null) {
            return one.refusal();
        }
        return now.waits() ? "The bank wants a person to authorize this payout" : now.reason();
    }

    private static ReleasePayouts.State now(OnDemandPayout one, Map<UUID, ReleasePayouts.State> states) {
        return Objects.requireNonNull(states.get(one.payout()));
    }
}
