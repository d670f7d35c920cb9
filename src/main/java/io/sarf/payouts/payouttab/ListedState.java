package io.sarf.payouts.payouttab;

import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutResult;
import io.sarf.payouts.payout.PayoutState;
import io.sarf.payouts.payout.PayoutStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A filter of the list: each status, and returned payouts as one more. */
record ListedState(PayoutStatus status, boolean returned) {
    public static final List<ListedState> ALL = Stream.concat(
                    Arrays.stream(PayoutStatus.values()).map(status -> new ListedState(status, false)),
                    Stream.of(new ListedState(PayoutStatus.ACCEPTED_BY_BANK, true)))
            .toList();

    public static Optional<ListedState> named(String name) {
        return ALL.stream().filter(state -> state.name().equals(name)).findFirst();
    }

    public String name() {
        return returned ? PayoutResult.RETURNED.name() : status.name();
    }

    /** A condition on {@link Payout}. */
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

    /** A state that matches the filter, to look up its label. */
    public PayoutState example() {
        return returned ? new PayoutState(status, PayoutState.Outcome.REJECTED) : PayoutState.of(status);
    }
}
