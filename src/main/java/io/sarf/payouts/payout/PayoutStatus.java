package io.sarf.payouts.payout;

/** Where a payout stands, as stored. What the API says is {@link ApiStatus}. */
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
