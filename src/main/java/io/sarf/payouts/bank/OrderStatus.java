package io.sarf.payouts.bank;

/** The bank's word on one order. */
public sealed interface OrderStatus extends BankAnswer {
    /**
     * The bank does not know the reference.
     *
     * @param guaranteed true when the bank's horizon has passed, so that the order can no longer surface
     */
    record NotKnownHere(boolean guaranteed) implements OrderStatus {}

    record Queued(String bankId) implements OrderStatus {}

    record AuthorizationRunning() implements OrderStatus {}

    record Pending() implements OrderStatus {}

    record Accepted(String bankReference) implements OrderStatus {}

    record Processed(String bankReference) implements OrderStatus {}

    record Refused(ReasonCode code, String message) implements OrderStatus {}

    record RefusedByApprover(String message) implements OrderStatus {}

    record TakenBack() implements OrderStatus {}

    record RejectedAfterAcceptance(String bankReference, ReasonCode code, String message) implements OrderStatus {}

    record NoAnswer() implements OrderStatus {
        @Override
        public boolean silent() {
            return true;
        }
    }
}
