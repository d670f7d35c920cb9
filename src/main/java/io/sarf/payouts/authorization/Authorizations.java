package io.sarf.payouts.authorization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.connection.ConnectionId;
import io.sarf.payouts.money.Total;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Restricts authorizations to the person who began them. */
@ApplicationScoped
@Transactional
class Authorizations {
    @ApplicationScoped
    static class Rows implements ScopedRows<Authorization> {}

    @ApplicationScoped
    static class Subjects implements PanacheRepositoryBase<AuthorizationSubject, AuthorizationSubject.Key> {}

    private static final String OF_ONE = "authorization = ?1 and exists (select 1 from Authorization a where a.id = ?1"
            + " and a.scope.application = ?2 and a.scope.environment = ?3)";

    private final Rows rows;
    private final Subjects subjects;
    private final EntityManager entities;

    Authorizations(Rows rows, Subjects subjects, EntityManager entities) {
        this.rows = rows;
        this.subjects = subjects;
        this.entities = entities;
    }

    Optional<Authorization> find(Scope scope, Person person, AuthorizationId id) {
        return rows.within(scope, "id = ?1 and person = ?2", id.value(), person.id())
                .firstResultOptional();
    }

    Authorization require(Scope scope, Person person, AuthorizationId id) {
        return find(scope, person, id).orElseThrow(() -> new Missing("authorization"));
    }

    List<AuthorizationSubject> subjects(Scope scope, AuthorizationId id) {
        return subjects.list(OF_ONE + " order by title, subject", id.value(), scope.application(), scope.environment());
    }

    /** The first ones: refused ones, then those of which the bank is asked, then all others. */
    List<AuthorizationSubject> firstRefusedFirst(Scope scope, AuthorizationId id, int most) {
        return subjects.find(
                        OF_ONE
                                + " order by case when result in (REFUSED, REJECTED) then 0 when result = UNKNOWN then 1 else 2 end, title, subject",
                        id.value(),
                        scope.application(),
                        scope.environment())
                .page(0, most)
                .list();
    }

    /** How many have which result. */
    Results results(Scope scope, AuthorizationId id) {
        var none = 0L;
        var counts = new EnumMap<AuthorizationSubject.Result, Long>(AuthorizationSubject.Result.class);
        for (var row : of(
                scope, id, "select result, count(*) from AuthorizationSubject where " + OF_ONE + " group by result")) {
            if (row[0] == null) {
                none = (long) row[1];
            } else {
                counts.put((AuthorizationSubject.Result) row[0], (long) row[1]);
            }
        }
        return new Results(none, counts);
    }

    List<Total> totals(Scope scope, AuthorizationId id) {
        return of(
                        scope,
                        id,
                        "select money.currency, count(*), sum(money.amount) from AuthorizationSubject where " + OF_ONE
                                + " group by money.currency order by money.currency")
                .stream()
                .map(row -> Total.of((String) row[0], (long) row[1], (BigDecimal) row[2]))
                .toList();
    }

    private List<Object[]> of(Scope scope, AuthorizationId id, String query) {
        return entities.createQuery(query, Object[].class)
                .setParameter(1, id.value())
                .setParameter(2, scope.application())
                .setParameter(3, scope.environment())
                .getResultList();
    }

    /** @param none of which nothing is known yet */
    record Results(long none, Map<AuthorizationSubject.Result, Long> counts) {
        long all() {
            return none + counts.values().stream().mapToLong(Long::longValue).sum();
        }

        long settled() {
            return all() - none - counts.getOrDefault(AuthorizationSubject.Result.UNKNOWN, 0L);
        }

        boolean allSettled() {
            return settled() == all();
        }

        boolean allReleased() {
            return counts.getOrDefault(AuthorizationSubject.Result.RELEASED, 0L) == all();
        }
    }

    List<AuthorizationSubject> subjects(Scope scope, AuthorizationId id, Collection<UUID> some) {
        return subjects.list(OF_ONE + " and subject in ?4", id.value(), scope.application(), scope.environment(), some);
    }

    /** For any person. Reads by primary key, because up to {@value AuthorizeSubjects#MOST} are looked up one by one. */
    Optional<AuthorizationSubject> subject(Scope scope, AuthorizationId id, UUID subject) {
        return rows.one(scope, id.value())
                .flatMap(own -> subjects.findByIdOptional(new AuthorizationSubject.Key(id.value(), subject)));
    }

    /** Whether a call to begin an authorization with these credentials is under way. */
    boolean beginning(Scope scope, ConnectionId credentials, Instant now) {
        return rows.within(
                                scope,
                                "connection = ?1 and status = ?2 and expiresAt > ?3",
                                credentials,
                                Authorization.Status.BEGINNING,
                                now)
                        .count()
                > 0;
    }

    /** Flushes at once, so that the second submission of a form fails here. */
    void add(Scope scope, Authorization authorization) {
        rows.persistAndFlush(authorization);
    }

    void add(Scope scope, AuthorizationId authorization, List<Subject> of) {
        of.forEach(subject -> subjects.persist(new AuthorizationSubject(authorization, subject)));
    }
}
