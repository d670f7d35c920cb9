package io.sarf.payouts.authorization;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Retried;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/**
 * Selections that outlive a sign-in. They are rows, since 500 picks are too long for an address and for a cookie. Nothing
 * is taken by keeping one: what has changed when its person is back is not authorized.
 */
@ApplicationScoped
public class KeptSelections {
    @ApplicationScoped
    static class Rows implements ScopedRows<KeptSelection> {}

    private final Rows rows;
    private final Ids ids;
    private final Clock clock;

    KeptSelections(Rows rows, Ids ids, Clock clock) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param id of the authorization that was about to begin
     * @param picks 1 to 500, one line each, as their owner writes and reads them
     */
    @Retried
    @Transactional
    public void keep(Scope scope, Person person, AuthorizationId id, List<String> picks) {
        var row = rows.within(scope, "person = ?1", person.id())
                .firstResultOptional()
                .orElseGet(() -> new KeptSelection(ids.next(), scope, person.id()));
        row.keep(id, picks, clock.instant());
        rows.persist(row);
    }

    /** The picks the person has selected for this authorization; anybody else's are missing, and so are replaced ones. */
    @Transactional
    public List<String> require(Scope scope, Person person, AuthorizationId id) {
        return rows.within(scope, "authorization = ?1 and person = ?2", id.value(), person.id())
                .firstResultOptional()
                .orElseThrow(() -> new Missing("kept selection"))
                .picks();
    }
}
