package io.sarf.sandboxbank;

import org.joda.money.Money;

/** Outcomes that the minor part of an amount selects. */
enum AmountTrigger {
    OVER_DAILY_LIMIT(51, "queue", "Refused: EXCEEDS_DAILY_LIMIT", "FAILED"),
    NO_FUNDS(52, "authorization", "Refused: INSUFFICIENT_BALANCE", "FAILED"),
    PENDING(
            53,
            "authorization",
            "Taken without a reference; accepted after the settling delay",
            "PENDING_WITH_BANK → ACCEPTED_BY_BANK → PROCESSED"),
    REJECTED_LATER(54, "settling", "Accepted, then rejected", "ACCEPTED_BY_BANK, REJECTED"),
    ANSWER_LOST(55, "queue", "The bank takes it, and the answer is lost", "looked up, then as if answered"),
    CALL_LOST(
            56,
            "queue",
            "The first call is lost before the bank sees it",
            "looked up; sent once more after the horizon, then as if answered"),
    MAINTENANCE(
            57,
            "queue",
            "Maintenance for 30 s, for this application only; the order is not taken",
            "stays CREATED, goes by itself, then as if answered"),
    SLOW(58, "queue", "Answers after 15 s", "checking with the bank, then as if answered"),
    REJECTED_BY_APPROVER(
            59,
            "authorization",
            "Another approver rejects it at the portal while the OTP window is open",
            "AUTHORIZATION_FAILED"),
    APPROVAL_ANSWER_LOST(
            60,
            "authorization",
            "The bank approves, and the answer to the OTP is lost",
            "looked up → ACCEPTED_BY_BANK → PROCESSED"),
    OTP_WANTED(
            61,
            "authorization",
            "Automatic and on demand: the bank wants an OTP this time",
            "AWAITING_AUTHORIZATION, Financial Controllers told");

    private final int minorPart;
    private final String firesAt;
    private final String happens;
    private final String endsIn;

    AmountTrigger(int minorPart, String firesAt, String happens, String endsIn) {
        this.minorPart = minorPart;
        this.firesAt = firesAt;
        this.happens = happens;
        this.endsIn = endsIn;
    }

    boolean means(Money amount) {
        return amount.getMinorPart() == minorPart;
    }

    int minorPart() {
        return minorPart;
    }

    String firesAt() {
        return firesAt;
    }

    String happens() {
        return happens;
    }

    String endsIn() {
        return endsIn;
    }
}
