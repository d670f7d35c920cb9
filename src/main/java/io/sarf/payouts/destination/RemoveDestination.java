package io.sarf.payouts.destination;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Payouts that the bank does not have yet fail; its orders are not affected. The bank keeps the beneficiary. */
@ApplicationScoped
class RemoveDestination {
    private final Destinations destinations;
    private final BeneficiaryNews news;

    RemoveDestination(Destinations destinations, BeneficiaryNews news) {
        this.destinations = destinations;
        this.news = news;
    }

    @Retried
    @Transactional
    void remove(Scope scope, Beneficiary known, Actor by) {
        var beneficiary = destinations.beneficiary(scope, known.destination()).orElseThrow();
        var before = beneficiary.status();
        if (before != Beneficiary.Status.REMOVED) {
            beneficiary.removed();
            news.record(scope, beneficiary, before, "removed", by);
        }
    }
}
