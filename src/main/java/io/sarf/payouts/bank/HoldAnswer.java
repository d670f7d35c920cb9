package io.sarf.payouts.bank;

/** What comes of asking a bank to let credentials authorize without a person; asking again changes nothing. */
public sealed interface HoldAnswer extends SignedAnswer {
    /** From now on these credentials authorize without a code and cannot be used in the bank's own portal. */
    record Held(String bankUser) implements HoldAnswer {}

    record Refused(ReasonCode code, String message) implements HoldAnswer {
        @Override
        public boolean credentialsExpired() {
            return code == ReasonCode.CREDENTIALS_UPDATE_REQUIRED;
        }
    }

    record Unknown() implements HoldAnswer {}
}
