package io.sarf.payouts.authorization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.connection.ConnectionId;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

    Authorizations(Rows rows, Subjects subjects) {
        this.rows = rows;
        this.subjects = subjects;
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

    List<AuthorizationSubject> subjects(Scope scope, AuthorizationId id, Collection<UUID> some) {
        return subjects.list(OF_ONE + " and subject in ?4", id.value(), scope.application(), scope.environment(), some);
    }

    /** For any person. Reads by primary key, because up to 500 are looked up one by one. */
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
