package io.sarf.payouts.payout;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** {@link #PAID} as a condition on {@link Payout}. */
    public static final String IS_PAID = "(status = 'ACCEPTED_BY_BANK' and (outcome is null or outcome <> 'REJECTED'))";

    /** {@link #FAILED} as a condition on {@link Payout}. */
    public static final String IS_FAILED = "status in ('FAILED', 'AUTHORIZATION_FAILED')";

    /** {@link #RETURNED} as a condition on {@link Payout}. */
    public static final String IS_RETURNED = "(status = 'ACCEPTED_BY_BANK' and outcome = 'REJECTED')";

    public static Optional<PayoutResult> of(PayoutState standing) {
        return switch (standing.status()) {
            case ACCEPTED_BY_BANK -> Optional.of(standing.outcome() == Outcome.REJECTED ? RETURNED : PAID);
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
