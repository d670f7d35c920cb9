package io.sarf.payouts.payout;

/** How a payout is, or was, authorized; MANUAL until it is known by which of the manual ways. */
enum AuthorizationFlow {
    AUTOMATIC,
    MANUAL,
    DASHBOARD,
    BANK_PORTAL,
    ON_DEMAND
}
