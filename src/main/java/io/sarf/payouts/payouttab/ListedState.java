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

    /** Conditions on {@link Payout}, of which each is one range of a key and one holds. */
    List<String> conditions() {
        return PayoutState.all().stream()
                .filter(this::includes)
                .map(state -> "state.status = '" + state.status() + "' and state.outcome "
                        + (state.outcome() == null ? "is null" : "= '" + state.outcome() + "'"))
                .toList();
    }

    private boolean includes(PayoutState state) {
        if (returned) {
            return PayoutResult.of(state).equals(Optional.of(PayoutResult.RETURNED));
        }
        return switch (status) {
            case ACCEPTED_BY_BANK -> PayoutResult.of(state).equals(Optional.of(PayoutResult.PAID));
            case FAILED -> PayoutResult.of(state).equals(Optional.of(PayoutResult.FAILED));
            default -> state.status() == status;
        };
    }

    /** A state that matches the filter, to look up its label. */
    public PayoutState example() {
        return returned ? new PayoutState(status, PayoutState.Outcome.REJECTED) : PayoutState.of(status);
    }
}
