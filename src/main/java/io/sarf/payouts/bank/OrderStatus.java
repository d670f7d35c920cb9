package io.sarf.payouts.bank;

/** What a bank says of one order. */
public sealed interface OrderStatus extends BankAnswer
        permits OrderStatus.NotKnownHere,
                OrderStatus.Queued,
                OrderStatus.AuthorizationRunning,
                Verdict,
                OrderStatus.Processed,
                OrderStatus.TakenBack,
                OrderStatus.RejectedAfterAcceptance,
                OrderStatus.NoAnswer {
    /**
     * The bank does not know the reference.
     *
     * @param guaranteed true when the bank's horizon has passed, so that the order can no longer surface
     */
    record NotKnownHere(boolean guaranteed) implements OrderStatus {}

    record Queued(String bankId) implements OrderStatus {}

    record AuthorizationRunning() implements OrderStatus {}

    record Processed(String bankReference) implements OrderStatus {}

    record TakenBack() implements OrderStatus {}

    record RejectedAfterAcceptance(String bankReference, ReasonCode code, String message) implements OrderStatus {}

    record NoAnswer() implements OrderStatus {
        @Override
        public boolean silent() {
            return true;
        }
    }
}
