package io.sarf.payouts.payouttab;

import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutResult;
import io.sarf.payouts.payout.PayoutState;
import io.sarf.payouts.payout.PayoutStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the list can be filtered by: each status, and returned, which is a state of its own. */
record ListedState(PayoutStatus status, boolean returned) {
    public static final List<ListedState> ALL = Stream.concat(
                    Arrays.stream(PayoutStatus.values()).map(status -> new ListedState(status, false)),
                    Stream.of(new ListedState(PayoutStatus.ACCEPTED_BY_BANK, true)))
            .toList();

    public static Optional<ListedState> named(String name) {
        return ALL.stream().filter(state -> state.name().equals(name)).findFirst();
    }

    /** As addresses have it. */
    public String name() {
        return returned ? PayoutResult.RETURNED.name() : status.name();
    }

    /** As a condition on {@link Payout}. */
    String condition() {
        if (returned) {
            return PayoutResult.IS_RETURNED;
        }
        return switch (status) {
            case ACCEPTED_BY_BANK -> PayoutResult.IS_PAID;
            case FAILED -> PayoutResult.IS_FAILED;
            default -> "state.status = '" + status + "'";
        };
    }

    /** One that it contains, for the words. */
    public PayoutState example() {
        return returned ? new PayoutState(status, PayoutState.Outcome.REJECTED) : PayoutState.of(status);
    }
}
