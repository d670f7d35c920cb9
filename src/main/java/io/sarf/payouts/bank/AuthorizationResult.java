package io.sarf.payouts.bank;

/** What became of one order in an authorization. */
public sealed interface AuthorizationResult {
    record Accepted(String bankReference) implements AuthorizationResult {}

    record Pending() implements AuthorizationResult {}

    record Refused(ReasonCode code, String message) implements AuthorizationResult {}

    /** Somebody else with a say rejected it at the bank. */
    record RefusedByApprover(String message) implements AuthorizationResult {}

    record Unknown() implements AuthorizationResult {}
}
