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

/** Stored as rows, because many picks exceed a URL or a cookie. Nothing is reserved while the person signs in. */
@ApplicationScoped
public class SavedSelections {
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
     * @param picks 1 to {@value AuthorizeSubjects#MOST}, one line each, in the format of their owner
     * @return path of the page that asks for a new sign-in
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

    /** The picks of this person for this authorization. Fails for other people and for replaced selections. */
    @Transactional
    public List<String> require(Scope scope, Person person, Review review, AuthorizationId id) {
        return find(scope, person, id)
                .filter(saved -> saved.review() == review)
                .orElseThrow(() -> new Missing("kept selection"))
                .picks();
    }

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
