package io.sarf.payouts.payout;

import static io.sarf.payouts.payout.PayoutStatus.ACCEPTED_BY_BANK;
import static io.sarf.payouts.payout.PayoutStatus.AUTHORIZATION_FAILED;
import static io.sarf.payouts.payout.PayoutStatus.AUTHORIZING;
import static io.sarf.payouts.payout.PayoutStatus.AWAITING_AUTHORIZATION;
import static io.sarf.payouts.payout.PayoutStatus.CANCELLED;
import static io.sarf.payouts.payout.PayoutStatus.CANCELLING;
import static io.sarf.payouts.payout.PayoutStatus.CREATED;
import static io.sarf.payouts.payout.PayoutStatus.FAILED;
import static io.sarf.payouts.payout.PayoutStatus.PENDING_WITH_BANK;
import static io.sarf.payouts.payout.PayoutStatus.QUEUEING;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All transitions between payout states. No other code decides the next state. */
final class PayoutLifecycle {
    private static final Map<Class<? extends PayoutEvent>, Map<PayoutState, PayoutState>> EDGES = new HashMap<>();

    static {
        edge(PayoutEvent.SentToBank.class, QUEUEING, CREATED);
        edge(PayoutEvent.Unsendable.class, FAILED, CREATED);
        edge(PayoutEvent.CancelledUnsent.class, CANCELLED, CREATED);
        edge(PayoutEvent.Queued.class, AWAITING_AUTHORIZATION, QUEUEING);
        edge(PayoutEvent.QueuedAutomatic.class, AUTHORIZING, QUEUEING);
        edge(PayoutEvent.NotTaken.class, CREATED, QUEUEING);
        edge(PayoutEvent.AuthorizationBegun.class, AUTHORIZING, AWAITING_AUTHORIZATION);
        edge(PayoutEvent.ReleasedOnDemand.class, AUTHORIZING, AWAITING_AUTHORIZATION);
        edge(PayoutEvent.AuthorizationClosed.class, AWAITING_AUTHORIZATION, AUTHORIZING);
        edge(PayoutEvent.CancellationAsked.class, CANCELLING, AWAITING_AUTHORIZATION);
        edge(PayoutEvent.TakenBack.class, CANCELLED, AWAITING_AUTHORIZATION, AUTHORIZING, CANCELLING);
        // An approver in the bank's portal can be faster than this system, so these apply wherever the bank may have
        // the order.
        edge(PayoutEvent.Pending.class, PENDING_WITH_BANK, AWAITING_AUTHORIZATION, AUTHORIZING, CANCELLING);
        edge(
                PayoutEvent.Accepted.class,
                ACCEPTED_BY_BANK,
                AWAITING_AUTHORIZATION,
                AUTHORIZING,
                CANCELLING,
                PENDING_WITH_BANK);
        edge(
                PayoutEvent.Refused.class,
                FAILED,
                QUEUEING,
                AWAITING_AUTHORIZATION,
                AUTHORIZING,
                CANCELLING,
                PENDING_WITH_BANK);
        edge(
                PayoutEvent.RefusedByApprover.class,
                AUTHORIZATION_FAILED,
                AWAITING_AUTHORIZATION,
                AUTHORIZING,
                CANCELLING,
                PENDING_WITH_BANK);
        settle(PayoutEvent.Processed.class, PayoutState.Outcome.PROCESSED);
        settle(PayoutEvent.Rejected.class, PayoutState.Outcome.REJECTED);
    }

    private PayoutLifecycle() {}

    /** The next state, or empty if the event cannot happen in this state. */
    static Optional<PayoutState> next(PayoutState state, Class<? extends PayoutEvent> event) {
        return Optional.ofNullable(EDGES.getOrDefault(event, Map.of()).get(state));
    }

    private static void edge(Class<? extends PayoutEvent> event, PayoutStatus to, PayoutStatus... from) {
        var edges = EDGES.computeIfAbsent(event, any -> new HashMap<>());
        for (var status : from) {
            edges.put(PayoutState.of(status), PayoutState.of(to));
        }
    }

    private static void settle(Class<? extends PayoutEvent> event, PayoutState.Outcome outcome) {
        EDGES.put(event, Map.of(PayoutState.of(ACCEPTED_BY_BANK), new PayoutState(ACCEPTED_BY_BANK, outcome)));
    }
}
