package io.sarf.payouts.payout;

/** The status as stored. {@link ApiStatus} is what the API shows. */
public enum PayoutStatus {
    CREATED,
    QUEUEING,
    AWAITING_AUTHORIZATION,
    AUTHORIZING,
    CANCELLING,
    PENDING_WITH_BANK,
    ACCEPTED_BY_BANK,
    FAILED,
    AUTHORIZATION_FAILED,
    CANCELLED
}
