package io.sarf.payouts.bank;

/** A second call with the same credentials changes nothing. */
public sealed interface ReserveAnswer extends BankAnswer {
    /** The credentials now authorize without a code and are blocked in the bank's own portal. */
    record Reserved(String bankUser) implements ReserveAnswer {}

    record Refused(ReasonCode code, String message) implements ReserveAnswer {
        @Override
        public boolean credentialsExpired() {
            return code == ReasonCode.CREDENTIALS_UPDATE_REQUIRED;
        }
    }

    record Unknown() implements ReserveAnswer {}
}
