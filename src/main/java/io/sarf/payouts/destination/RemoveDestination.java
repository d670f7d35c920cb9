package io.sarf.payouts.destination;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;

/** Payouts that the bank does not have yet fail; its orders are not affected. The bank keeps the beneficiary. */
@ApplicationScoped
class RemoveDestination {
    private final Destinations destinations;
    private final BeneficiaryNews news;
    private final Event<Beneficiary.Answered> events;

    RemoveDestination(Destinations destinations, BeneficiaryNews news, Event<Beneficiary.Answered> events) {
        this.destinations = destinations;
        this.news = news;
        this.events = events;
    }

    @Retried
    @Transactional
    void remove(Scope scope, Beneficiary known, Actor by) {
        var beneficiary = destinations.beneficiary(scope, known.destination()).orElseThrow();
        var before = beneficiary.status();
        if (before != Beneficiary.Status.REMOVED) {
            beneficiary.removed();
            news.record(scope, beneficiary, before, "removed", by);
            events.fire(new Beneficiary.Answered(scope, List.of(beneficiary.destination())));
        }
    }
}
