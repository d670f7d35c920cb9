package io.sarf.payouts.settings;

import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.FreshSignIn;
import io.sarf.payouts.team.Member;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.SignInTooOld;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Switches the sandbox's requirement of a second person; Production always requires one. */
@ApplicationScoped
class AskForSecondPerson {
    private final Applications applications;
    private final Members members;
    private final FreshSignIn fresh;
    private final Journal journal;

    AskForSecondPerson(Applications applications, Members members, FreshSignIn fresh, Journal journal) {
        this.applications = applications;
        this.members = members;
        this.fresh = fresh;
        this.journal = journal;
    }

    /**
     * @throws Refused ALWAYS in Production
     * @throws SignInTooOld when the requirement is to end and the person has to sign in again first
     */
    @Transactional
    void set(Scope scope, Member caller, Person person, boolean asked) {
        members.locked(scope.application(), caller.id(), Permission.SETTINGS);
        if (!scope.sandbox()) {
            throw new Refused("ALWAYS", "Production always asks for a second person.");
        }
        var environment = applications.locked(scope);
        if (environment.secondPerson() == asked) {
            return;
        }
        if (!asked) {
            fresh.require(person);
        }
        environment.askForSecondPerson(asked);
        journal.record(Change.of(
                Chain.of(scope),
                asked ? "second_person.enabled" : "second_person.disabled",
                new Change.Subject("application", scope.application().value(), environment.version() + 1),
                person.actor()));
    }
}
