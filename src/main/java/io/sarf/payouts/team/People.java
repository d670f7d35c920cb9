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

/** Who is calling, from the identity provider's word and our own tables. */
@ApplicationScoped
public class People {
    /**
     * What the identity provider says of somebody.
     *
     * @param email empty where it says none, or one that no mail server takes
     * @param name plain text, never empty
     * @param authenticatedAt null where it does not say, or says no time
     */
    record Claims(
            String issuer,
            String subject,
            String email,
            boolean emailVerified,
            String name,
            @Nullable Instant authenticatedAt) {
        /** OpenID Connect ends subjects there, and RFC 5321 addresses. */
        private static final int SUBJECT_MAX = 255;

        private static final int EMAIL_MAX = 254;
        private static final int NAME_MAX = 200;
        private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

        /**
         * Takes claims as they come. A name is cut and cleaned; an address is somebody, so it is taken whole or not at all.
         *
         * @param authTime seconds since 1970
         * @throws AuthenticationFailedException when the subject is longer than OpenID Connect allows: cut, it could be
         *     somebody else
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

    /** A person and, where the address names an application they belong to, what they are in it. */
    record Caller(Person person, @Nullable Member member) {}

    /** An application somebody belongs to. */
    public record Membership(ApplicationId application, String name) {}

    private final EntityManager entities;
    private final Ids ids;
    private final Clock clock;

    People(EntityManager entities, Ids ids, Clock clock) {
        this.entities = entities;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes over what the identity provider says when somebody signs in, or when it is asked again. */
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

    /** @param member what the person is in the application; null for nothing */
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
        // Two first requests at once: the second insert does nothing, and both read the one row, as it is now.
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

    /** Makes what a person does twice at once happen one after the other, for the rest of the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(Person person) {
        entities.find(PersonRow.class, person.id(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** What stands on somebody's card. */
    record Card(String name, String email) {}

    Card card(UUID person) {
        var row = entities.find(PersonRow.class, person);
        return new Card(row.name(), row.email());
    }

    /** From the person's very next page on. */
    @Transactional
    public void prefer(Person person, Preferences wanted) {
        entities.find(PersonRow.class, person.id(), LockModeType.PESSIMISTIC_WRITE)
                .prefer(wanted);
    }

    /** Where these people read their mail, members or not. */
    public List<Recipient> recipients(Collection<UUID> persons) {
        return entities.createQuery("from PersonRow where id in :persons", PersonRow.class)
                .setParameter("persons", persons)
                .getResultStream()
                .map(PersonRow::recipient)
                .toList();
    }

    /** The zones of those who want to be told once a day. */
    public List<ZoneId> dailyZones() {
        return entities.createQuery("select distinct timeZone from PersonRow where mailAwaiting = :daily", String.class)
                .setParameter("daily", Preferences.Awaiting.DAILY)
                .getResultStream()
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of)
                .toList();
    }

    /** The applications of a person who is a Financial Controller there, by name. */
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

    /** The applications a person belongs to, by name. */
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
