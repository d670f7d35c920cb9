package io.sarf.payouts.bank;

/** What comes of asking a bank to let credentials authorize without a person; asking again changes nothing. */
public sealed interface ReserveAnswer extends BankAnswer {
    /** From now on these credentials authorize without a code and cannot be used in the bank's own portal. */
    record Reserved(String bankUser) implements ReserveAnswer {}

    record Refused(ReasonCode code, String message) implements ReserveAnswer {
        @Override
        public boolean credentialsExpired() {
            return code == ReasonCode.CREDENTIALS_UPDATE_REQUIRED;
        }
    }

    record Unknown() implements ReserveAnswer {}
}
