package io.sarf.payouts.payout;

import io.sarf.payouts.bank.ReasonCode;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the money ended. A payout that is in progress or was cancelled has no result. */
public enum PayoutResult {
    PAID,
    /** The bank or an approver refused it: no money left the account. */
    FAILED,
    /** The bank returned the money after it had accepted the payout. */
    RETURNED;

    /** Why no money was paid, or why it came back. */
    @Embeddable
    public record Reason(
            @Enumerated(EnumType.STRING) @Column(name = "reason_code") @Nullable
            ReasonCode code,

            @Column(name = "reason_message") @Nullable String message) {
        static final Reason NONE = new Reason(null, null);

        private static final int LONGEST_MESSAGE = 300;

        /** Of the message, 300 characters are stored. */
        static Reason of(ReasonCode code, String message) {
            return new Reason(code, message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)));
        }
    }

    // The same as conditions of queries for payouts.
    public static final String IS_PAID =
            "(state.status = 'ACCEPTED_BY_BANK' and (state.outcome is null or state.outcome <> 'REJECTED'))";
    public static final String IS_RETURNED = "(state.status = 'ACCEPTED_BY_BANK' and state.outcome = 'REJECTED')";

    public static Optional<PayoutResult> of(PayoutState state) {
        return switch (state.status()) {
            case ACCEPTED_BY_BANK -> Optional.of(state.outcome() == PayoutState.Outcome.REJECTED ? RETURNED : PAID);
            case FAILED, AUTHORIZATION_FAILED -> Optional.of(FAILED);
            default -> Optional.empty();
        };
    }

    public static Set<PayoutStatus> statuses() {
        return Arrays.stream(PayoutStatus.values())
                .filter(status -> of(PayoutState.of(status)).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }
}
