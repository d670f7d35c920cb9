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

/**
 * What became of the money, said once for overview, chart, filters and sums. A payout that is under way, or was cancelled,
 * has no ending.
 */
public enum PayoutResult {
    /** The bank has accepted it, and has not sent it back. */
    PAID,
    /** The bank or an approver there refused it: the money never left. */
    FAILED,
    /** The bank sent it back after it had accepted it. */
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

    /** {@link #PAID} as a condition on {@link Payout}. */
    public static final String IS_PAID =
            "(state.status = 'ACCEPTED_BY_BANK'" + " and (state.outcome is null or state.outcome <> 'REJECTED'))";

    /** {@link #FAILED} as a condition on {@link Payout}. */
    public static final String IS_FAILED = "state.status in ('FAILED', 'AUTHORIZATION_FAILED')";

    /** {@link #RETURNED} as a condition on {@link Payout}. */
    public static final String IS_RETURNED = "(state.status = 'ACCEPTED_BY_BANK' and state.outcome = 'REJECTED')";

    public static Optional<PayoutResult> of(PayoutState standing) {
        return switch (standing.status()) {
            case ACCEPTED_BY_BANK -> Optional.of(standing.outcome() == PayoutState.Outcome.REJECTED ? RETURNED : PAID);
            case FAILED, AUTHORIZATION_FAILED -> Optional.of(FAILED);
            default -> Optional.empty();
        };
    }

    /** The statuses in which money has ended. */
    public static Set<PayoutStatus> statuses() {
        return Arrays.stream(PayoutStatus.values())
                .filter(status -> of(PayoutState.of(status)).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }
}
