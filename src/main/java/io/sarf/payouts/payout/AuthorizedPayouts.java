package io.sarf.payouts.payout;

import io.sarf.payouts.authorization.SubjectEvent;
import io.sarf.payouts.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** Hears what an authorization says of payouts, inside the transaction that records it. */
@ApplicationScoped
class AuthorizedPayouts {
    static final String KIND = "payout";

    private final Payouts payouts;
    private final PayoutTasks tasks;
    private final MovePayout mover;
    private final PayoutWords words;
    private final Clock clock;

    AuthorizedPayouts(Payouts payouts, PayoutTasks tasks, MovePayout mover, PayoutWords words, Clock clock) {
        this.payouts = payouts;
        this.tasks = tasks;
        this.mover = mover;
        this.words = words;
        this.clock = clock;
    }

    void hear(@Observes SubjectEvent event) {
        if (!event.kind().equals(KIND)) {
            return;
        }
        var scope = event.scope();
        var id = new PayoutId(event.subject());
        tasks.lock(scope, id);
        var payout = payouts.require(scope, id);
        if (event instanceof SubjectEvent.Taken taken) {
            take(payout, taken);
            tasks.wake(scope, id, taken.deadline());
        } else if (event instanceof SubjectEvent.Answered answered) {
            mover.result(payout, answered.result());
            tasks.wake(scope, id, clock.instant());
        } else if (event.authorization().value().equals(payout.authorization())) {
            hear(payout, event);
        }
    }

    /** Only from the authorization that has the payout in its hands. */
    private void hear(Payout payout, SubjectEvent event) {
        if (event instanceof SubjectEvent.Waiting waiting) {
            tasks.wake(payout.scope(), payout.id(), waiting.deadline());
        } else if (event instanceof SubjectEvent.Open) {
            payout.checking(clock.instant());
            tasks.wake(payout.scope(), payout.id(), clock.instant());
        } else if (event instanceof SubjectEvent.Released released) {
            mover.move(payout, new PayoutEvent.AuthorizationClosed(released.reason()), MovePayout.bank(payout));
        }
    }

    private void take(Payout payout, SubjectEvent.Taken taken) {
        if (payout.status() != PayoutStatus.AWAITING_AUTHORIZATION || payout.revision() != taken.version()) {
            throw new Refused("CHANGED_MEANWHILE", words.messages().changedMeanwhile(payout.recipientName()));
        }
        mover.move(
                payout, new PayoutEvent.AuthorizationBegun(taken.authorization().value()), taken.by());
    }
}
