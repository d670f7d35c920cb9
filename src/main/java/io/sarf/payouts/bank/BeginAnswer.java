package io.sarf.payouts.bank;

import java.time.Instant;
import java.util.Map;

public sealed interface BeginAnswer extends BankAnswer {
    record OtpNeeded(String challenge, String sentTo, Instant expiresAt, int attemptsLeft) implements BeginAnswer {}

    /** The bank needed no code. An order without a verdict is unknown. */
    record Done(Map<OurReference, Verdict> verdicts) implements BeginAnswer {}

    /** Certain that nothing began: every order is unchanged. */
    record Refused(ReasonCode code, String message) implements BeginAnswer {
        @Override
        public boolean credentialsExpired() {
            return code == ReasonCode.CREDENTIALS_UPDATE_REQUIRED;
        }
    }

    record Unknown() implements BeginAnswer {
        @Override
        public boolean silent() {
            return true;
        }
    }
}
