package io.sarf.payouts.payout;

import io.sarf.payouts.destination.Beneficiary;
import io.sarf.payouts.destination.Destinations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Raises the revision of an edited payee's waiting payouts, so that nobody authorizes what an outdated page showed. Wakes those that
 * wait for the bank to say something of their payee.
 */
@ApplicationScoped
class ChangedPayees {
    private final Payouts payouts;
    private final PayoutTasks tasks;
    private final Preparers preparers;

    ChangedPayees(Payouts payouts, PayoutTasks tasks, Preparers preparers) {
        this.payouts = payouts;
        this.tasks = tasks;
        this.preparers = preparers;
    }

    void on(@Observes Beneficiary.Answered event) {
        tasks.wakeUnsent(event.scope(), event.destinations());
    }

    void on(@Observes Destinations.Edited event) {
        var scope = event.scope();
        tasks.lock(scope, payouts.shown(scope, event.destination()));
        preparers.editedPayee(scope, event.destination(), event.by());
        payouts.shownOtherwise(scope, event.destination());
    }
}
