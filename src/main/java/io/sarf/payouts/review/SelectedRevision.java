package io.sarf.payouts.review;

import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutId;
import java.util.Optional;

/** A payout as it was shown. Pages write it as {@code id:revision}. */
record SelectedRevision(PayoutId payout, long revision) {
    static SelectedRevision of(Payout payout) {
        return new SelectedRevision(payout.id(), payout.revision());
    }

    /** Empty if the text is malformed. */
    static Optional<SelectedRevision> read(String text) {
        var parts = text.split(":", 2);
        try {
            return Optional.of(
                    new SelectedRevision(PayoutId.fromString(parts[0]), Long.parseLong(parts[parts.length - 1])));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return payout + ":" + revision;
    }
}
