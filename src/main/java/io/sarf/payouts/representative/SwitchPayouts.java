package io.sarf.payouts.representative;

import io.sarf.payouts.application.ApplicationEnvironment;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Enables payouts in an environment, or disables it; the application's owner reads why. */
@ApplicationScoped
class SwitchPayouts {
    private final Applications applications;
    private final EntityManager entities;
    private final Journal journal;
    private final Clock clock;

    SwitchPayouts(Applications applications, EntityManager entities, Journal journal, Clock clock) {
        this.applications = applications;
        this.entities = entities;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws Refused when payouts is enabled already */
    @Transactional
    void enable(Scope scope, Person representative, String reason) {
        var environment = locked(scope);
        if (environment.payoutsEnabled()) {
            throw new Refused("STALE", "Payouts is enabled already.");
        }
        environment.enablePayouts(clock.instant());
        record(environment, "payouts.enabled", representative, reason);
    }

    /** @throws Refused when payouts is not enabled */
    @Transactional
    void disable(Scope scope, Person representative, String reason) {
        var environment = locked(scope);
        if (!environment.payoutsEnabled()) {
            throw new Refused("STALE", "Payouts is not enabled.");
        }
        environment.disablePayouts();
        record(environment, "payouts.disabled", representative, reason);
    }

    /** Two representatives at once take their turns, and the second is told. */
    private ApplicationEnvironment locked(Scope scope) {
        var environment = applications.require(scope);
        entities.refresh(environment, LockModeType.PESSIMISTIC_WRITE);
        return environment;
    }

    private void record(ApplicationEnvironment environment, String type, Person representative, String reason) {
        var scope = environment.scope();
        journal.record(Change.of(
                        Chain.of(scope),
                        type,
                        new Change.Subject("application", scope.application().value(), environment.version() + 1),
                        Actor.representative(representative.id(), representative.name()))
                .with("reason", reason));
    }
}
