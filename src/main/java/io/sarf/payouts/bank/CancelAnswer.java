package io.sarf.payouts.bank;

public sealed interface CancelAnswer extends BankAnswer {
    record TakenBack() implements CancelAnswer {}

    record TooLate(OrderStatus status) implements CancelAnswer {}

    /** Not cancelled; a retry needs new credentials. */
    record CredentialsExpired() implements CancelAnswer {
        @Override
        public boolean credentialsExpired() {
            return true;
        }
    }

    record Unknown() implements CancelAnswer {
        @Override
        public boolean silent() {
            return true;
        }
    }
}
