package io.sarf.payouts.payout;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Cancels a payout. While the order is being queued, the request is stored until the bank's answer is known. */
@ApplicationScoped
public class CancelPayout {
    private final Payouts payouts;
    private final TransitionPayout transition;
    private final PayoutTasks tasks;
    private final Journal journal;
    private final PayoutWords words;
    private final Clock clock;

    CancelPayout(
            Payouts payouts,
            TransitionPayout transition,
            PayoutTasks tasks,
            Journal journal,
            PayoutWords words,
            Clock clock) {
        this.payouts = payouts;
        this.transition = transition;
        this.tasks = tasks;
        this.journal = journal;
        this.words = words;
        this.clock = clock;
    }

    /** @throws Refused {@code INVALID_STATE} if it is too late */
    @Retried
    @Transactional
    public Payout cancel(Scope scope, PayoutId id, Actor by) {
        tasks.lock(scope, id);
        var payout = payouts.require(scope, id);
        switch (payout.status()) {
            case CREATED -> transition.apply(payout, new PayoutEvent.CancelledUnsent(), by);
            case AWAITING_AUTHORIZATION -> transition.apply(payout, new PayoutEvent.CancellationAsked(), by);
            case QUEUEING -> {
                request(payout, by);
                return payout;
            }
            case CANCELLING, CANCELLED -> {
                return payout;
            }
            default ->
                throw new Refused(
                        "INVALID_STATE",
                        words.messages()
                                .notCancellable(words.badge(payout.state()).label()));
        }
        tasks.wake(scope, id, clock.instant());
        return payout;
    }

    private void request(Payout payout, Actor by) {
        if (!payout.cancellationRequested()) {
            payout.requestCancellation(clock.instant());
            journal.record(Change.of(
                            Chain.of(payout.scope()),
                            "payout.cancellation_requested",
                            TransitionPayout.subject(payout),
                            by)
                    .with("to", payout.state().toString()));
        }
    }
}
