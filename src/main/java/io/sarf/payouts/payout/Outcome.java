package io.sarf.payouts.payout;

/** What became of the money after the bank had accepted the payout. */
public enum Outcome {
    PROCESSED,
    REJECTED
}
