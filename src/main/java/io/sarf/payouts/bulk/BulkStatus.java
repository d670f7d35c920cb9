package io.sarf.payouts.bulk;

import io.sarf.payouts.payout.ApiStatus;
import java.util.Map;

/** The least advanced status among its payouts. */
enum BulkStatus {
    AWAITING_AUTHORIZATION,
    PENDING_WITH_BANK,
    /** All payouts are decided, and the bank has accepted at least one. */
    ACCEPTED_BY_BANK,
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
