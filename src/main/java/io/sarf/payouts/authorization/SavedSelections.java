package io.sarf.payouts.authorization;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Selections that outlive a sign-in. They are rows, since 500 picks are too long for an address and for a cookie. Nothing
 * is taken by keeping one: what has changed when its person is back is not authorized.
 */
@ApplicationScoped
public class SavedSelections {
    /** What they were selected for, and where under the payouts their owner reviews them. */
    public enum Review {
        AUTHORIZATION("authorization-reviews"),
        RELEASE("release-reviews");

        private final String path;

        Review(String path) {
            this.path = path;
        }

        String url(Scope scope, AuthorizationId id) {
            return scope.path() + "/payouts/" + path + "/" + id;
        }
    }

    @ApplicationScoped
    static class Rows implements ScopedRows<SavedSelection> {}

    private final Rows rows;
    private final Ids ids;
    private final Clock clock;

    SavedSelections(Rows rows, Ids ids, Clock clock) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param id of the authorization that was about to begin
     * @param picks 1 to 500, one line each, as their owner writes and reads them
     * @return where its person signs in again, and goes on from
     */
    @Retried
    @Transactional
    public String save(Scope scope, Person person, Review review, AuthorizationId id, List<String> picks) {
        var row = rows.within(scope, "person = ?1 and review = ?2", person.id(), review)
                .firstResultOptional()
                .orElseGet(() -> new SavedSelection(ids.next(), scope, person.id()));
        row.replace(review, id, picks, clock.instant());
        rows.persist(row);
        return FreshSignInPages.url(scope, id);
    }

    /** The picks the person has selected for this authorization; anybody else's are missing, and so are replaced ones. */
    @Transactional
    public List<String> require(Scope scope, Person person, Review review, AuthorizationId id) {
        return find(scope, person, id)
                .filter(saved -> saved.review() == review)
                .orElseThrow(() -> new Missing("kept selection"))
                .picks();
    }

    /** Where it is reviewed. */
    @Transactional
    String review(Scope scope, Person person, AuthorizationId id) {
        return find(scope, person, id)
                .orElseThrow(() -> new Missing("kept selection"))
                .review()
                .url(scope, id);
    }

    private Optional<SavedSelection> find(Scope scope, Person person, AuthorizationId id) {
        return rows.within(scope, "authorization = ?1 and person = ?2", id, person.id())
                .firstResultOptional();
    }
}
