package io.sarf.payouts.bank;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

public sealed interface QueueAnswer extends BankAnswer {
    record Taken(String bankId) implements QueueAnswer {}

    record Refused(ReasonCode code, String message) implements QueueAnswer {
        @Override
        public boolean credentialsExpired() {
            return code == ReasonCode.CREDENTIALS_UPDATE_REQUIRED;
        }
    }

    /**
     * Certain that the bank did not accept the order, which may be sent again.
     *
     * @param closedUntil when the bank accepts orders again, if it says so
     */
    record NotTaken(String message, @Nullable Instant closedUntil) implements QueueAnswer {
        public NotTaken(String message) {
            this(message, null);
        }

        @Override
        public boolean silent() {
            return closedUntil == null;
        }
    }

    record Unknown() implements QueueAnswer {
        @Override
        public boolean silent() {
            return true;
        }
    }
}
