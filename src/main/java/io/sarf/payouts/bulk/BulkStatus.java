package io.sarf.payouts.bulk;

import io.sarf.payouts.payout.ApiStatus;
import java.util.Map;

/** How a bulk payment stands: where the payout stands that has the longest way to go. */
enum BulkStatus {
    AWAITING_AUTHORIZATION,
    PENDING_WITH_BANK,
    /** None is on its way any more, and the bank has accepted one at least. */
    ACCEPTED_BY_BANK,
    /** None will be paid. */
    FAILED;

    static BulkStatus of(Map<ApiStatus, Long> counts) {
        for (var status : values()) {
            if (counts.getOrDefault(ApiStatus.valueOf(status.name()), 0L) > 0) {
                return status;
            }
        }
        throw new IllegalArgumentException("A bulk payment has payouts");
    }
}
