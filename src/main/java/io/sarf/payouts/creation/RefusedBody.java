package io.sarf.payouts.creation;

import io.sarf.payouts.api.ApiAnswer;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.payout.CreatePayouts;
import io.sarf.payouts.payout.Parties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body with faults of its own. The same body always fails, so the refusal is the answer of its key.
 *
 * @param stored null without a key
 */
record RefusedBody(ApiFault fault, @Nullable ApiAnswer stored) implements CreationQueue.Call.Rules {
    @Override
    public CreationQueue.Call.Plan plan(CreationQueue.Call call, Parties parties) {
        if (stored == null) {
            throw fault;
        }
        return new CreationQueue.Call.Plan(stored, () -> new CreatePayouts.Made(List.of(), null, call.by()));
    }
}
