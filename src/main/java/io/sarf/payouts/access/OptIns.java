package io.sarf.payouts.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

@ApplicationScoped
@Transactional
class OptIns {
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<OptIn, UUID> {}

    private final Rows rows;
    private final Terms terms;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    OptIns(Rows rows, Terms terms, Journal journal, Ids ids, Clock clock) {
        this.rows = rows;
        this.terms = terms;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether the person has accepted the current terms; an earlier version does not count. */
    public boolean has(ApplicationId application, UUID person) {
        return rows.count(
                        "application = ?1 and person = ?2 and termsVersion = ?3", application, person, terms.version())
                > 0;
    }

    /** Accepts the current terms; accepting them again changes nothing. */
    @Transactional
    void accept(ApplicationId application, Person person) {
        if (has(application, person.id())) {
            return;
        }
        var row = new OptIn(ids.next(), application, person.id(), terms, clock.instant());
        rows.persist(row);
        journal.record(Change.of(
                        Chain.team(application),
                        "payouts.opted_in",
                        new Change.Subject("person", person.id(), 0),
                        person.actor())
                .with("terms", terms.version()));
    }
}
