package io.sarf.payouts.team;

import io.quarkus.security.AuthenticationFailedException;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.web.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class People {
    /**
     * @param email empty where there is none, or one that no mail server accepts
     * @param name plain text, never empty
     * @param authenticatedAt null where the claim is missing or is not a time
     */
    record Claims(
            String issuer,
            String subject,
            String email,
            boolean emailVerified,
            String name,
            @Nullable Instant authenticatedAt) {
        /** Limit of OpenID Connect for subjects; 254 is the limit of RFC 5321 for addresses. */
        private static final int SUBJECT_MAX = 255;

        private static final int EMAIL_MAX = 254;
        private static final int NAME_MAX = 200;
        private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

        /**
         * Shortens the name. An address or a subject identifies a person, so neither is ever shortened.
         *
         * @param authTime seconds since 1970
         */
        static Claims of(
                String issuer, String subject, String email, boolean emailVerified, String name, String authTime) {
            if (subject.length() > SUBJECT_MAX) {
                throw new AuthenticationFailedException(
                        "The identity provider's subject is longer than 255 characters");
            }
            var address = email.length() <= EMAIL_MAX && PlainText.is(email) ? email : "";
            var shown = Stream.of(name, address, subject)
                    .map(text -> PlainText.cleaned(text, NAME_MAX))
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("?");
            return new Claims(
                    issuer, subject, address, emailVerified && !address.isEmpty(), shown, authenticatedAt(authTime));
        }

        private static @Nullable Instant authenticatedAt(String seconds) {
            try {
                var at = seconds.isEmpty() ? null : Instant.ofEpochSecond(Long.parseLong(seconds));
                return at == null || at.isBefore(Instant.EPOCH) || at.isAfter(LAST) ? null : at;
            } catch (NumberFormatException | DateTimeException noTime) {
                return null;
            }
        }
    }

    record Caller(Person person, @Nullable Member member) {}

    public record Membership(ApplicationId application, String name) {}

    private final EntityManager entities;
    private final Ids ids;
    private final Clock clock;

    People(EntityManager entities, Ids ids, Clock clock) {
        this.entities = entities;
        this.ids = ids;
        this.clock = clock;
    }

    /** Stores the claims of a sign-in or of a renewal. */
    @Transactional
    Caller identify(Claims claims, @Nullable ApplicationId application) {
        var row = find(claims).orElseGet(() -> firstSeen(claims));
        var signedInAt = claims.authenticatedAt() == null ? row.lastSignInAt() : claims.authenticatedAt();
        row.seen(claims.email(), claims.emailVerified(), claims.name(), signedInAt);
        var member = application == null
                ? null
                : entities.createQuery(
                                "from MemberRow where application = :application and person = :person"
                                        + " and removedAt is null",
                                MemberRow.class)
                        .setParameter("application", application)
                        .setParameter("person", row.id())
                        .getSingleResultOrNull();
        return caller(row, member, application, claims.authenticatedAt());
    }

    Caller caller(
            PersonRow row,
            @Nullable MemberRow member,
            @Nullable ApplicationId application,
            @Nullable Instant authenticatedAt) {
        var person = new Person(
                row.id(), row.email(), row.emailVerified(), row.name(), authenticatedAt, row.preferences(), null);
        return new Caller(
                person,
                member == null || application == null ? null : new Member(member.id(), application, member.grants()));
    }

    private Optional<PersonRow> find(Claims claims) {
        return query(claims).getResultStream().findFirst();
    }

    private TypedQuery<PersonRow> query(Claims claims) {
        return entities.createQuery("from PersonRow where issuer = :issuer and subject = :subject", PersonRow.class)
                .setParameter("issuer", claims.issuer())
                .setParameter("subject", claims.subject());
    }

    private PersonRow firstSeen(Claims claims) {
        // With two first requests at once the second insert does nothing; both then read the same row under a lock.
        entities.createNativeQuery("INSERT IGNORE INTO person"
                        + " (id, issuer, subject, email, email_verified, name, created_at, last_sign_in_at)"
                        + " VALUES (:id, :issuer, :subject, '', FALSE, '', :now, :now)")
                .setParameter("id", ids.next())
                .setParameter("issuer", claims.issuer())
                .setParameter("subject", claims.subject())
                .setParameter("now", clock.instant())
                .executeUpdate();
        return query(claims).setLockMode(LockModeType.PESSIMISTIC_WRITE).getSingleResult();
    }

    /** Makes concurrent actions of one person run one at a time, until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(Person person) {
        entities.find(PersonRow.class, person.id(), LockModeType.PESSIMISTIC_WRITE);
    }

    record Card(String name, String email) {}

    Card card(UUID person) {
        var row = entities.find(PersonRow.class, person);
        return new Card(row.name(), row.email());
    }

    @Transactional
    public void prefer(Person person, Preferences wanted) {
        entities.find(PersonRow.class, person.id(), LockModeType.PESSIMISTIC_WRITE)
                .prefer(wanted);
    }

    /** Members or not. */
    public List<Recipient> recipients(Collection<UUID> persons) {
        return entities.createQuery("from PersonRow where id in :persons", PersonRow.class)
                .setParameter("persons", persons)
                .getResultStream()
                .map(PersonRow::recipient)
                .toList();
    }

    /** Time zones of the people who choose a daily mail. */
    public List<ZoneId> dailyZones() {
        return entities.createQuery("select distinct timeZone from PersonRow where mailAwaiting = :daily", String.class)
                .setParameter("daily", Preferences.Awaiting.DAILY)
                .getResultStream()
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of)
                .toList();
    }

    /** Where the person is a Financial Controller, by name. */
    public List<Membership> controlled(UUID person) {
        return entities.createQuery(
                        "select m.application, a.name from MemberRow m join Application a on a.id = m.application"
                                + " where m.person = :person and m.removedAt is null and :role member of m.roles"
                                + " order by a.name, a.id",
                        Object[].class)
                .setParameter("person", person)
                .setParameter("role", Role.FINANCIAL_CONTROLLER)
                .getResultStream()
                .map(row -> new Membership((ApplicationId) row[0], (String) row[1]))
                .toList();
    }

    public List<Membership> memberships(Person person) {
        return entities
                .createQuery(
                        "select m.application, a.name from MemberRow m join Application a on a.id = m.application"
                                + " where m.person = :person and m.removedAt is null order by a.name",
                        Object[].class)
                .setParameter("person", person.id())
                .getResultList()
                .stream()
                .map(row -> new Membership((ApplicationId) row[0], (String) row[1]))
                .toList();
    }
}
