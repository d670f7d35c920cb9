package io.sarf.payouts.settings;

import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Logos;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.team.Member;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;

@ApplicationScoped
class ChangeLogo {
    private static final byte[] NONE = {};

    private final Applications applications;
    private final Logos logos;
    private final Members members;
    private final Journal journal;

    ChangeLogo(Applications applications, Logos logos, Members members, Journal journal) {
        this.applications = applications;
        this.logos = logos;
        this.members = members;
        this.journal = journal;
    }

    /** @param png as {@link Picture} makes it */
    @Transactional
    void show(Member caller, Person person, byte[] png) {
        record(caller, person, png);
    }

    @Transactional
    void remove(Member caller, Person person) {
        record(caller, person, NONE);
    }

    private void record(Member caller, Person person, byte[] png) {
        var by = members.locked(caller.application(), caller.id(), Permission.SETTINGS);
        var before = applications.require(by.application()).logo();
        var version = logos.show(by.application(), png);
        var now = applications.require(by.application()).logo();
        if (Objects.equals(before, now)) {
            return;
        }
        journal.record(Change.of(
                        Chain.team(by.application()),
                        "application.logo_changed",
                        new Change.Subject("application", by.application().value(), version),
                        person.actor())
                .with("logo_before", before)
                .with("logo", now));
    }
}
