package io.sarf.payouts.payout;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a payout stands: its status and, once the bank has accepted it, its outcome. */
@Embeddable
public record PayoutState(
        @Enumerated(EnumType.STRING) PayoutStatus status,
        @Enumerated(EnumType.STRING) @Nullable Outcome outcome) {
    /** What became of the money after the bank had accepted the payout. */
    public enum Outcome {
        PROCESSED,
        REJECTED
    }

    public PayoutState {
        if (outcome != null && status != PayoutStatus.ACCEPTED_BY_BANK) {
            throw new IllegalArgumentException("Only an accepted payout has an outcome");
        }
    }

    public static PayoutState of(PayoutStatus status) {
        return new PayoutState(status, null);
    }

    public static List<PayoutState> all() {
        var all = new ArrayList<PayoutState>();
        for (var status : PayoutStatus.values()) {
            all.add(of(status));
        }
        for (var outcome : Outcome.values()) {
            all.add(new PayoutState(PayoutStatus.ACCEPTED_BY_BANK, outcome));
        }
        return all;
    }

    @Override
    public String toString() {
        return outcome == null ? status.name() : outcome.name();
    }
}
