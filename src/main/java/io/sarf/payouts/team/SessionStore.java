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

/** What a browser that is signed in comes back with: its session, read and kept by {@link TokenStateStore}. */
@ApplicationScoped
class SessionStore {
    /**
     * The session a request came with, alive or not.
     *
     * @param tokens null when it has ended or run out
     */
    record Found(UUID id, UUID person, @Nullable Tokens tokens, People.@Nullable Caller caller) {}

    /** What the identity provider gave. */
    record Tokens(String id, @Nullable String refresh) {
        private String plain() {
            return refresh == null ? id : id + "\n" + refresh;
        }

        private static Tokens of(String plain) {
            var end = plain.indexOf('\n');
            return end < 0 ? new Tokens(plain, null) : new Tokens(plain.substring(0, end), plain.substring(end + 1));
        }
    }

    /**
     * What is known of a browser that signs in.
     *
     * @param providerSession what the identity provider calls the session; null where it does not say
     */
    record Browser(@Nullable String providerSession, String device, String address) {
        private static final int SESSION_MAX = 255;

        /** What is kept of a session's name at the identity provider: its beginning. */
        static @Nullable String session(@Nullable Object named) {
            var name = named == null ? null : named.toString();
            return name == null ? null : name.substring(0, Math.min(name.length(), SESSION_MAX));
        }
    }

    /** Time is noted no finer than this, so that reading pages writes little. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    /** So many of one person live at a time; whoever signs in once more ends the one that was used longest ago. */
    static final int MOST = 50;

    private final EntityManager entities;
    private final People people;
    private final Secrets secrets;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;
    private final Duration idle;

    /** @param idle how long a session lives without a request */
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
     * Session, person and roles in one query, on every request, from the writer: what was ended or taken away is gone on the
     * very next one.
     *
     * @return null when there never was such a session, or it is long forgotten
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

    /** Not by the row that was read: it may have ended meanwhile, and stays so. */
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

    /**
     * Begins one, in place of the one that the browser had.
     *
     * @param last the secret of that one; null for none
     * @return the secret that the browser keeps
     */
    @ActivateRequestContext
    @Retried
    @Transactional
    String start(Person person, Browser browser, Tokens tokens, @Nullable String last) {
        // Two sign-ins at once would both find room for one more.
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

    /** Whose session it was, alive or not; null when it is forgotten. */
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

    /** @return false when it has ended meanwhile, or the identity provider now says that it is somebody else's */
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

    /** Ends what its owner leaves. */
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
