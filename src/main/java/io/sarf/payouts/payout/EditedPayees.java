package io.sarf.payouts.payout;

import io.sarf.payouts.destination.DestinationEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Notices, inside the transaction, that a payee is edited. Each of its payouts that somebody may authorize, or is
 * authorizing, has changed then: what was shown before is not authorized, and a code that is on the way is not used.
 */
@ApplicationScoped
class EditedPayees {
    private final Payouts payouts;
    private final PayoutTasks tasks;
    private final Preparers preparers;

    EditedPayees(Payouts payouts, PayoutTasks tasks, Preparers preparers) {
        this.payouts = payouts;
        this.tasks = tasks;
        this.preparers = preparers;
    }

    void on(@Observes DestinationEvent.Edited event) {
        var scope = event.scope();
        tasks.lock(scope, payouts.shown(scope, event.destination()));
        preparers.editedPayee(scope, event.destination(), event.by());
        payouts.shownOtherwise(scope, event.destination());
    }
}
