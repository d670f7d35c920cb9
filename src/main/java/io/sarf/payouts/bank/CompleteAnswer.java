package io.sarf.payouts.bank;

import java.util.Map;

public sealed interface CompleteAnswer extends BankAnswer {
    /** An order without a verdict is unknown. */
    record Done(Map<OurReference, Verdict> verdicts) implements CompleteAnswer {}

    record WrongOtp(int attemptsLeft) implements CompleteAnswer {}

    /** Too many wrong codes, or too late: the challenge is closed and nothing was authorized by it. */
    record Closed(ReasonCode code) implements CompleteAnswer {}

    /** The code was not looked at: nothing was authorized by it, and nobody can answer the challenge any more. */
    record CredentialsExpired() implements CompleteAnswer {
        @Override
        public boolean credentialsExpired() {
            return true;
        }
    }

    record Unknown() implements CompleteAnswer {}
}
