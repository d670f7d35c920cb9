package io.sarf.payouts.settings;

import io.sarf.payouts.application.Applications;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Member;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

@ApplicationScoped
class RenameApplication {
    private final Applications applications;
    private final Members members;
    private final Journal journal;

    RenameApplication(Applications applications, Members members, Journal journal) {
        this.applications = applications;
        this.members = members;
        this.journal = journal;
    }

    /**
     * @return false when the name is the same
     * @throws Refused CHANGED when the name has another version now
     */
    @Transactional
    boolean rename(Member caller, Person person, String name, long version) {
        var by = members.locked(caller.application(), caller.id(), Permission.SETTINGS);
        var application = applications.require(by.application());
        var before = application.name();
        if (before.equals(name)) {
            return false;
        }
        if (application.version() != version) {
            throw new Refused("CHANGED", "The name was changed meanwhile, to " + before + ".");
        }
        var renamed = applications.rename(by.application(), name);
        journal.record(Change.of(
                        Chain.team(by.application()),
                        "application.renamed",
                        new Change.Subject("application", by.application().value(), renamed.version()),
                        person.actor())
                .with("name_before", before)
                .with("name", name));
        return true;
    }
}
