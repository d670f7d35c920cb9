package io.sarf.payouts.bank;

import java.time.Instant;
import java.util.Map;

public sealed interface BeginAnswer extends BankAnswer {
    record OtpNeeded(String challenge, String sentTo, Instant expiresAt, int attemptsLeft) implements BeginAnswer {}

    /** The bank wanted no code. An order without a verdict is unknown. */
    record Done(Map<OurReference, Verdict> verdicts) implements BeginAnswer {}

    /** Certain that nothing was begun: every order stands as it stood before. */
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
