package io.sarf.payouts.bank;

public sealed interface OrderStatus extends BankAnswer
        permits OrderStatus.NotKnownHere,
                OrderStatus.Queued,
                OrderStatus.AuthorizationRunning,
                Verdict,
                OrderStatus.Processed,
                OrderStatus.TakenBack,
                OrderStatus.RejectedAfterAcceptance,
                OrderStatus.NoAnswer {
    /** @param guaranteed the bank's horizon has passed, so that the order can no longer appear */
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
