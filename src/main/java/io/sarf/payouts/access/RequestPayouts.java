package io.sarf.payouts.access;

import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Requests payouts from the representative; requesting again changes nothing. */
@ApplicationScoped
class RequestPayouts {
    private final Applications applications;
    private final Journal journal;
    private final Clock clock;

    RequestPayouts(Applications applications, Journal journal, Clock clock) {
        this.applications = applications;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    void request(Scope scope, Person by) {
        var asking = applications.require(scope);
        if (asking.payoutsEnabled() || asking.payoutsRequestedAt() != null) {
            return;
        }
        asking.requestPayouts(clock.instant());
        journal.record(Change.of(
                Chain.of(scope),
                "payouts.requested",
                new Change.Subject("application", scope.application().value(), asking.version() + 1),
                by.actor()));
    }
}
