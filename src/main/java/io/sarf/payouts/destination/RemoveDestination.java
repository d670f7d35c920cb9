package io.sarf.payouts.destination;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Removes a destination: payouts that the bank does not have yet fail; orders that it has are not affected. The bank
 * keeps the beneficiary, and adding the same destination again makes it payable again.
 */
@ApplicationScoped
class RemoveDestination {
    private final Destinations destinations;
    private final BeneficiaryNews news;

    RemoveDestination(Destinations destinations, BeneficiaryNews news) {
        this.destinations = destinations;
        this.news = news;
    }

    /** Has no effect if it is removed already. */
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
