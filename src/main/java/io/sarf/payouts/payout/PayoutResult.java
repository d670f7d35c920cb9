package io.sarf.payouts.payout;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the money ended: the one definition for overview, chart, filters and sums. A payout that is in progress or was
 * cancelled has no result.
 */
public enum PayoutResult {
    /** The bank accepted the payout and did not return the money. */
    PAID,
    /** The bank or an approver refused it: no money left the account. */
    FAILED,
    /** The bank returned the money after it had accepted the payout. */
    RETURNED;

    /** {@link #PAID} as an HQL condition on {@link Payout}. */
    public static final String IS_PAID = "(status = 'ACCEPTED_BY_BANK' and (outcome is null or outcome <> 'REJECTED'))";

    /** {@link #FAILED} as an HQL condition on {@link Payout}. */
    public static final String IS_FAILED = "status in ('FAILED', 'AUTHORIZATION_FAILED')";

    /** {@link #RETURNED} as an HQL condition on {@link Payout}. */
    public static final String IS_RETURNED = "(status = 'ACCEPTED_BY_BANK' and outcome = 'REJECTED')";

    public static Optional<PayoutResult> of(PayoutState standing) {
        return switch (standing.status()) {
            case ACCEPTED_BY_BANK -> Optional.of(standing.outcome() == Outcome.REJECTED ? RETURNED : PAID);
            case FAILED, AUTHORIZATION_FAILED -> Optional.of(FAILED);
            default -> Optional.empty();
        };
    }

    /** The statuses that have a result. */
    public static Set<PayoutStatus> statuses() {
        return Arrays.stream(PayoutStatus.values())
                .filter(status -> of(PayoutState.of(status)).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }
}
