package io.sarf.payouts.payout;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How the money ended. A payout that is in progress or was cancelled has no result. */
public enum PayoutResult {
    PAID,
    /** The bank or an approver refused it: no money left the account. */
    FAILED,
    /** The bank returned the money after it had accepted the payout. */
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

    public static Set<PayoutStatus> statuses() {
        return Arrays.stream(PayoutStatus.values())
                .filter(status -> of(PayoutState.of(status)).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }
}
