package io.sarf.payouts.home;

import io.sarf.payouts.application.Application;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Grants;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.People;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Creates an application; its founder becomes Owner and Financial Controller. */
@ApplicationScoped
class FoundApplication {
    private final Applications applications;
    private final Members members;
    private final People people;
    private final Journal journal;
    private final Clock clock;
    private final boolean sandboxEnabled;

    FoundApplication(
            Applications applications,
            Members members,
            People people,
            Journal journal,
            Clock clock,
            @ConfigProperty(name = "sarf.payouts.sandbox-enabled-by-default", defaultValue = "false")
                    boolean sandboxEnabled) {
        this.applications = applications;
        this.members = members;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
        this.sandboxEnabled = sandboxEnabled;
    }

    /**
     * Returns an application the person belongs to already, so that the same form sent twice creates one.
     *
     * @param name 1 to {@link Application#NAME_MAX} characters
     * @throws Refused when the person is a representative, who may not be a member of any application
     */
    @Transactional
    ApplicationId found(Person person, boolean representative, String name) {
        if (representative) {
            throw new Refused("REPRESENTATIVE", "A representative may not be a member of an application.");
        }
        people.lock(person);
        var memberships = people.memberships(person);
        if (!memberships.isEmpty()) {
            return memberships.get(0).application();
        }
        var now = clock.instant();
        var application = applications.add(name, now);
        journal.record(Change.of(
                        Chain.team(application.id()),
                        "application.created",
                        new Change.Subject("application", application.id().value(), 0),
                        person.actor())
                .with("name", name));
        members.add(application.id(), person, Grants.of(Role.OWNER, Role.FINANCIAL_CONTROLLER), person.actor());
        if (sandboxEnabled) {
            enableSandbox(new Scope(application.id(), Environment.SANDBOX), now);
        }
        return application.id();
    }

    private void enableSandbox(Scope scope, Instant now) {
        var environment = applications.require(scope);
        environment.enablePayouts(now);
        journal.record(Change.of(
                        Chain.of(scope),
                        "payouts.enabled",
                        new Change.Subject("application", scope.application().value(), environment.version()),
                        Actor.SYSTEM)
                .with("reason", "Enabled in the sandbox by default"));
    }
}
