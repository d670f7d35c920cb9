package io.sarf.payouts.bank;

public sealed interface CancelAnswer extends BankAnswer {
    record TakenBack() implements CancelAnswer {}

    record TooLate(OrderStatus status) implements CancelAnswer {}

    /** Nothing was taken back, and only new credentials can ask for it. */
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
