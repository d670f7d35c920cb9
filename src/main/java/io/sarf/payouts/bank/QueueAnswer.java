package io.sarf.payouts.bank;

public sealed interface QueueAnswer extends SignedAnswer {
    record Taken(String bankId) implements QueueAnswer {}

    record Refused(ReasonCode code, String message) implements QueueAnswer {
        @Override
        public boolean credentialsExpired() {
            return code == ReasonCode.CREDENTIALS_UPDATE_REQUIRED;
        }
    }

    /** Certain that the bank did not take the order: it never got there, or the bank said so. May be sent again. */
    record NotTaken(String message) implements QueueAnswer {}

    record Unknown() implements QueueAnswer {}
}
