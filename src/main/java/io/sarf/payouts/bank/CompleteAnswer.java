package io.sarf.payouts.bank;

import java.util.Map;

public sealed interface CompleteAnswer extends BankAnswer {
    /** An order without a verdict is unknown. */
    record Done(Map<OurReference, Verdict> verdicts) implements CompleteAnswer {}

    record WrongOtp(int attemptsLeft) implements CompleteAnswer {}

    /** Too many wrong codes, or expired: the challenge is closed and authorized nothing. */
    record Closed(ReasonCode code) implements CompleteAnswer {}

    /** The code was not checked: it authorized nothing, and the challenge can no longer be answered. */
    record CredentialsExpired() implements CompleteAnswer {
        @Override
        public boolean credentialsExpired() {
            return true;
        }
    }

    record Unknown() implements CompleteAnswer {}
}
