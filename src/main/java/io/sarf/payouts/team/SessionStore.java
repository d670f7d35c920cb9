package io.sarf.payouts.team;

import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Secrets;
import io.sarf.payouts.platform.Vault;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SessionStore {
    /** @param tokens null when the session has ended or expired */
    record Found(UUID id, UUID person, @Nullable Tokens tokens, People.@Nullable Caller caller) {}

    record Tokens(String id, @Nullable String refresh) {
        private String plain() {
            return refresh == null ? id : id + "\n" + refresh;
        }

        private static Tokens of(String plain) {
            var end = plain.indexOf('\n');
            return end < 0 ? new Tokens(plain, null) : new Tokens(plain.substring(0, end), plain.substring(end + 1));
        }
    }

    /** @param providerSession the session's id at the identity provider; null where it does not report one */
    record Browser(@Nullable String providerSession, String device, String address) {
        private static final int SESSION_MAX = 255;

        /** Shortened to the column's length. */
        static @Nullable String session(@Nullable Object named) {
            var name = named == null ? null : named.toString();
            return name == null ? null : name.substring(0, Math.min(name.length(), SESSION_MAX));
        }
    }

    /** Precision of the stored times, so that reading pages rarely writes. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    /** Live sessions of one person; a further sign-in ends the least recently used one. */
    static final int MOST = 50;

    private final EntityManager entities;
    private final People people;
    private final Secrets secrets;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;
    private final Duration idle;

    SessionStore(
            EntityManager entities,
            People people,
            Secrets secrets,
            Vault vault,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "sarf.sessions.idle", defaultValue = "30m") Duration idle) {
        this.entities = entities;
        this.people = people;
        this.secrets = secrets;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
        this.idle = idle;
    }

    /**
     * One query on every request, from the primary database, so that an ended session or a removed role takes effect on
     * the next request. Null when there is no such session.
     */
    @ActivateRequestContext
    @Retried
    @Transactional
    @Nullable
    Found find(String secret, @Nullable ApplicationId application) {
        var rows = entities.unwrap(Session.class)
                .createQuery(
                        "select s, p, m from SessionRow s join PersonRow p on p.id = s.person"
                                + " left join MemberRow m on m.person = p.id and m.application = :application"
                                + " and m.removedAt is null left join fetch m.roles where s.secretHash = :hash",
                        Object[].class)
                .setParameter("application", application == null ? new ApplicationId(new UUID(0, 0)) : application)
                .setParameter("hash", secrets.hash(secret))
                .getResultList();
        if (rows.isEmpty()) {
            return null;
        }
        var session = (SessionRow) rows.get(0)[0];
        var now = clock.instant();
        var tokens = session.tokens();
        if (tokens == null || !session.livesAt(now)) {
            return new Found(session.id(), session.person(), null, null);
        }
        var caller = people.caller(
                (PersonRow) rows.get(0)[1], (MemberRow) rows.get(0)[2], application, session.authenticatedAt());
        var found = new Found(session.id(), session.person(), opened(session.id(), tokens), caller);
        if (now.isAfter(session.seenAt().plus(NOTED))) {
            noted(session.id(), now);
        }
        return found;
    }

    /** A conditional update instead of the row that was read: a session that ended meanwhile stays ended. */
    private void noted(UUID id, Instant now) {
        entities.createQuery("update SessionRow set seenAt = :now, expiresAt = :end"
                        + " where id = :id and endedAt is null and seenAt < :then")
                .setParameter("now", now)
                .setParameter("then", now.minus(NOTED))
                .setParameter("end", now.plus(idle))
                .setParameter("id", id)
                .executeUpdate();
    }

    private Tokens opened(UUID id, Vault.Sealed tokens) {
        return Tokens.of(vault.open(tokens, place(id)));
    }

    private Vault.Sealed sealed(UUID id, Tokens tokens) {
        return vault.seal(tokens.plain(), place(id));
    }

    private static String place(UUID id) {
        return "session/" + id + "/tokens";
    }

    /** Starts a session in place of the browser's last one; returns the secret for the browser. */
    @ActivateRequestContext
    @Retried
    @Transactional
    String start(Person person, Browser browser, Tokens tokens, @Nullable String last) {
        // The lock makes concurrent sign-ins of one person run one at a time, so that both respect the maximum.
        entities.find(PersonRow.class, person.id(), LockModeType.PESSIMISTIC_WRITE);
        var secret = secrets.token();
        var id = ids.next();
        var now = clock.instant();
        var row = new SessionRow(id, person.id(), secrets.hash(secret), browser, now, now.plus(idle));
        row.store(person.authenticatedAt(), sealed(id, tokens));
        endOthers(person, last, now);
        entities.persist(row);
        return secret;
    }

    private void endOthers(Person person, @Nullable String last, Instant now) {
        var living = entities.createQuery(
                        "from SessionRow where person = :person and endedAt is null and expiresAt > :now"
                                + " order by seenAt desc, id",
                        SessionRow.class)
                .setParameter("person", person.id())
                .setParameter("now", now)
                .getResultList();
        living.stream().skip(MOST - 1L).forEach(row -> row.end(now));
        if (last != null) {
            var hash = secrets.hash(last);
            living.stream().filter(row -> row.keptBy(hash)).forEach(row -> row.end(now));
        }
    }

    /** The session may have ended; null when its row is deleted. */
    @ActivateRequestContext
    @Transactional
    @Nullable
    UUID owner(String secret) {
        return entities.createQuery("select person from SessionRow where secretHash = :hash", UUID.class)
                .setParameter("hash", secrets.hash(secret))
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** False when the session has ended meanwhile, or the tokens are another person's. */
    @ActivateRequestContext
    @Retried
    @Transactional
    boolean renew(UUID id, Person person, Tokens tokens) {
        var row = entities.find(SessionRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        var now = clock.instant();
        if (row == null || !row.livesAt(now) || !row.person().equals(person.id())) {
            return false;
        }
        row.renewed(person.authenticatedAt(), sealed(id, tokens), now, now.plus(idle));
        return true;
    }

    @ActivateRequestContext
    @Retried
    @Transactional
    void end(UUID id) {
        var row = entities.find(SessionRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row != null) {
            row.end(clock.instant());
        }
    }
}
