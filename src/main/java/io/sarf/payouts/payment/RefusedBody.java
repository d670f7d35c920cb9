package io.sarf.payouts.payment;

import io.sarf.payouts.api.ApiAnswer;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.creation.CreationQueue;
import io.sarf.payouts.payout.Parties;
import io.sarf.payouts.payout.Payout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body with faults of its own. The same body always fails, so the refusal is the answer of its key.
 *
 * @param stored null without a key
 */
record RefusedBody(ApiFault fault, @Nullable ApiAnswer stored) implements CreationQueue.Call.Rules {
    @Override
    public void check(Parties parties) {
        if (stored == null) {
            throw fault;
        }
    }

    @Override
    public ApiAnswer answer(Parties parties, List<Payout> made) {
        if (stored == null) {
            throw fault;
        }
        return stored;
    }
}
