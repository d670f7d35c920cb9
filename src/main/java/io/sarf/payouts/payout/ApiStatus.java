package io.sarf.payouts.payout;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The status of a payout in the API's lists and events. */
@Schema(name = "PaymentStatus")
public enum ApiStatus {
    AWAITING_AUTHORIZATION,
    PENDING_WITH_BANK,
    ACCEPTED_BY_BANK,
    FAILED;

    public static ApiStatus of(PayoutStatus status) {
        return switch (status) {
            case CREATED, QUEUEING, AWAITING_AUTHORIZATION, AUTHORIZING, CANCELLING -> AWAITING_AUTHORIZATION;
            case PENDING_WITH_BANK -> PENDING_WITH_BANK;
            case ACCEPTED_BY_BANK -> ACCEPTED_BY_BANK;
            case FAILED, AUTHORIZATION_FAILED, CANCELLED -> FAILED;
        };
    }

    public static List<PayoutStatus> within(ApiStatus apiStatus) {
        return Arrays.stream(PayoutStatus.values())
                .filter(status -> of(status) == apiStatus)
                .toList();
    }

    /** The API status of one payout. Unlike lists, it distinguishes a rejection by an approver. */
    public static String ofOne(PayoutStatus status) {
        return status == PayoutStatus.AUTHORIZATION_FAILED
                ? "AUTHORISATION_FAILED"
                : of(status).name();
    }
}
