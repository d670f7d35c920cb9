package io.sarf.payouts.team;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.work.Retention;
import io.sarf.payouts.work.Retried;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session is a row, so ending it takes effect on every node from the next request. */
@ApplicationScoped
public class ActiveSessions implements Retention {
    public record Open(UUID id, Instant startedAt, Instant seenAt, String device, String address) {}

    /** How long the owner of an ended session can still be looked up. */
    static final Duration REMEMBERED = Duration.ofDays(1);

    private final EntityManager entities;
    private final SessionStore stored;
    private final Clock clock;

    ActiveSessions(EntityManager entities, SessionStore stored, Clock clock) {
        this.entities = entities;
        this.stored = stored;
        this.clock = clock;
    }

    /** Also of a session that expired or ended within {@link #REMEMBERED}. Queries the database. */
    public Optional<UUID> lastOwner(RoutingContext request) {
        var found = TokenStateStore.found(request);
        if (found != null) {
            return Optional.of(found.person());
        }
        return Optional.ofNullable(TokenStateStore.last(request)).map(stored::owner);
    }

    /** Whether the database was unavailable when the session was read. The browser then retains its session. */
    public static boolean unread(RoutingContext request) {
        return TokenStateStore.unread(request);
    }

    public static Optional<UUID> current(RoutingContext request) {
        return Optional.ofNullable(TokenStateStore.found(request))
                .filter(found -> found.tokens() != null)
                .map(SessionStore.Found::id);
    }

    /** Live sessions, most recently used first. */
    @Transactional
    public List<Open> of(Person person) {
        return living("s.person = :person", "person", person.id()).stream()
                .map(row -> new Open(row.id(), row.startedAt(), row.seenAt(), row.device(), row.address()))
                .toList();
    }

    /** False when the person has no such session. */
    @Retried
    @Transactional
    public boolean end(Person person, UUID id) {
        var row = Optional.ofNullable(entities.find(SessionRow.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(one -> one.person().equals(person.id()));
        row.ifPresent(one -> one.end(clock.instant()));
        return row.isPresent();
    }

    @Retried
    @Transactional
    public void endAll(Person person) {
        living("s.person = :person", "person", person.id()).forEach(row -> row.end(clock.instant()));
    }

    /** Ends one session by its name at the identity provider, or all of a person by the subject. */
    @Retried
    @Transactional
    public void endedAtProvider(String issuer, @Nullable String session, @Nullable String subject) {
        var ended = session != null
                ? living(
                        "s.providerSession = :session and s.person in"
                                + " (select p.id from PersonRow p where p.issuer = :issuer)",
                        "session",
                        String.valueOf(SessionStore.Browser.session(session)),
                        "issuer",
                        issuer)
                : living(
                        "s.person in (select p.id from PersonRow p where p.issuer = :issuer and p.subject = :subject)",
                        "subject",
                        String.valueOf(subject),
                        "issuer",
                        issuer);
        ended.forEach(row -> row.end(clock.instant()));
    }

    private List<SessionRow> living(String which, Object... parameters) {
        var query = entities.createQuery(
                        "from SessionRow s where " + which
                                + " and s.endedAt is null and s.expiresAt > :now order by s.seenAt desc",
                        SessionRow.class)
                .setParameter("now", clock.instant());
        for (var i = 0; i < parameters.length; i += 2) {
            query.setParameter((String) parameters[i], parameters[i + 1]);
        }
        return query.getResultList();
    }

    @Override
    public String table() {
        return "session";
    }

    @Override
    public Duration life() {
        return REMEMBERED;
    }

    /** Deletes the tokens of expired sessions at once, and the rows after {@link #REMEMBERED}. */
    @AcrossApplications
    @Transactional
    @Override
    public boolean deleteBatch() {
        var now = clock.instant();
        entities.createQuery("delete from SessionRow where expiresAt < :then")
                .setParameter("then", now.minus(REMEMBERED))
                .executeUpdate();
        entities.createQuery("update SessionRow set tokens = null, tokensKey = null"
                        + " where expiresAt < :now and tokensKey is not null")
                .setParameter("now", now)
                .executeUpdate();
        return false;
    }
}
