package io.sarf.payouts.destination;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Nobody is paid there any more: what the bank does not have yet fails, what it has goes on. The bank keeps what it knows
 * of the payee; adding the same one again makes it payable again.
 */
@ApplicationScoped
class RemoveDestination {
    private final Destinations destinations;
    private final BeneficiaryNews news;

    RemoveDestination(Destinations destinations, BeneficiaryNews news) {
        this.destinations = destinations;
        this.news = news;
    }

    /** Done twice, it is done once. */
    @Retried
    @Transactional
    void remove(Scope scope, Beneficiary known, Actor by) {
        var beneficiary = destinations.requireBeneficiary(scope, known.id());
        var before = beneficiary.status();
        if (before != Beneficiary.Status.REMOVED) {
            beneficiary.removed();
            news.record(scope, beneficiary, before, "removed", by);
        }
    }
}
