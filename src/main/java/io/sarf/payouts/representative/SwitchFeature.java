package io.sarf.payouts.representative;

import io.sarf.payouts.application.ApplicationEnvironment;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.FreshSignIn;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

@ApplicationScoped
class SwitchFeature {
    private final Applications applications;
    private final FreshSignIn fresh;
    private final Journal journal;
    private final Clock clock;

    SwitchFeature(Applications applications, FreshSignIn fresh, Journal journal, Clock clock) {
        this.applications = applications;
        this.fresh = fresh;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws Refused STALE when the feature has that state already */
    @Transactional
    void set(Scope scope, Feature feature, boolean on, Person representative, String reason) {
        var environment = applications.locked(scope);
        fresh.require(representative);
        if (feature.enabled(environment) == on) {
            throw new Refused("STALE", "It stands so already.");
        }
        if (on) {
            feature.enable(environment, clock.instant());
        } else {
            feature.disable(environment);
        }
        record(environment, feature.journalled(on), representative, reason);
    }

    private void record(ApplicationEnvironment environment, String type, Person representative, String reason) {
        var scope = environment.scope();
        journal.record(Change.of(
                        Chain.of(scope),
                        type,
                        new Change.Subject("application", scope.application().value(), environment.version() + 1),
                        representative.representative())
                .with("reason", reason));
    }
}
