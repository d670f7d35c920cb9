package io.sarf.payouts.team;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sarf.payouts.application.Application;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
@Transactional
public class Members {
    public record Listed(
            UUID member,
            long version,
            UUID person,
            String name,
            String email,
            Grants grants,
            Instant joinedAt,
            Instant lastSeen) {}

    /** A current or former member. */
    public record Known(UUID member, UUID person, String name, boolean left) {}

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<MemberRow, UUID> {}

    private final Rows rows;
    private final EntityManager entities;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Members(Rows rows, EntityManager entities, Journal journal, Ids ids, Clock clock) {
        this.rows = rows;
        this.entities = entities;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds a current or former person as a member and writes the entry, in the caller's transaction.
     *
     * @throws Refused when the person is a member already
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Member add(ApplicationId application, Person person, Grants grants, Actor by) {
        var known = rows.find("application = ?1 and person = ?2", application, person.id())
                .firstResultOptional();
        if (has(application, person.email())
                || known.filter(row -> !row.removed()).isPresent()) {
            throw new Refused("ALREADY_MEMBER", person.email() + " is a member already.");
        }
        var row = known.orElseGet(() -> new MemberRow(ids.next(), application, person.id(), grants, clock.instant()));
        if (row.removed()) {
            row.rejoin(grants, clock.instant());
        }
        rows.persistAndFlush(row);
        journal.record(change(application, row, "member.joined", by)
                .with("person", person.id())
                .with("name", person.name())
                .with("email", person.email())
                .with("roles", grants.names()));
        return new Member(row.id(), application, grants);
    }

    static Change change(ApplicationId application, MemberRow row, String type, Actor by) {
        return Change.of(Chain.team(application), type, new Change.Subject("member", row.id(), row.version()), by);
    }

    /** Makes changes of one application's team run one at a time, until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(ApplicationId application) {
        entities.find(Application.class, application.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Locks the team and returns the member with the grants they have under the lock.
     *
     * @throws Missing when they are not a member now, or do not have the permission now
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Member locked(ApplicationId application, UUID member, Permission needed) {
        lock(application);
        var now = new Member(member, application, require(application, member).grants());
        if (!now.may(needed)) {
            throw new Missing("member");
        }
        return now;
    }

    public Optional<Listed> find(ApplicationId application, UUID member) {
        return all(application).stream()
                .filter(one -> one.member().equals(member))
                .findFirst();
    }

    MemberRow require(ApplicationId application, UUID member) {
        return rows.find("id = ?1 and application = ?2 and removedAt is null", member, application)
                .firstResultOptional()
                .orElseThrow(() -> new Missing("member"));
    }

    /** A current or former member. */
    MemberRow requireOnce(ApplicationId application, UUID member) {
        return rows.find("id = ?1 and application = ?2", member, application)
                .firstResultOptional()
                .orElseThrow(() -> new Missing("member"));
    }

    /** Flushes, so that the row has its next version for the entry. */
    void changed(ApplicationId application, MemberRow row) {
        rows.persistAndFlush(row);
    }

    public boolean has(ApplicationId application, String email) {
        return rows.count(
                        "from MemberRow m join PersonRow p on p.id = m.person"
                                + " where m.application = ?1 and m.removedAt is null and lower(p.email) = lower(?2)",
                        application,
                        email)
                > 0;
    }

    /** Empty when they are not a member. */
    public Optional<Grants> grants(ApplicationId application, UUID person) {
        return rows.find("application = ?1 and person = ?2 and removedAt is null", application, person)
                .firstResultOptional()
                .map(MemberRow::grants);
    }

    /** Current members, in the order they joined. */
    public List<Listed> all(ApplicationId application) {
        return entities
                .createQuery(
                        "select m, p from MemberRow m join PersonRow p on p.id = m.person"
                                + " where m.application = :application and m.removedAt is null order by m.joinedAt",
                        Object[].class)
                .setParameter("application", application)
                .getResultList()
                .stream()
                .map(row -> listed((MemberRow) row[0], (PersonRow) row[1]))
                .toList();
    }

    /** Current and former members, by name. */
    public List<Known> everybody(ApplicationId application) {
        return entities
                .createQuery(
                        "select m.id, p.id, p.name, m.removedAt from MemberRow m join PersonRow p on p.id = m.person"
                                + " where m.application = :application order by p.name, p.id",
                        Object[].class)
                .setParameter("application", application)
                .getResultList()
                .stream()
                .map(row -> new Known((UUID) row[0], (UUID) row[1], (String) row[2], row[3] != null))
                .toList();
    }

    public boolean hasOtherOwner(ApplicationId application, UUID member) {
        return all(application).stream()
                .anyMatch(one -> one.grants().has(Role.OWNER) && !one.member().equals(member));
    }

    /** Members who have the permission by a role alone. */
    public List<Recipient> recipients(ApplicationId application, Permission permission) {
        return entities.createQuery(
                        "select p from MemberRow m join PersonRow p on p.id = m.person where m.application = :application"
                                + " and m.removedAt is null and exists (select 1 from MemberRow o join o.roles r"
                                + " where o = m and r in :roles) order by m.joinedAt",
                        PersonRow.class)
                .setParameter("application", application)
                .setParameter("roles", permission.roles())
                .getResultStream()
                .map(PersonRow::recipient)
                .toList();
    }

    private static Listed listed(MemberRow member, PersonRow person) {
        return new Listed(
                member.id(),
                member.version(),
                person.id(),
                person.name(),
                person.email(),
                member.grants(),
                member.joinedAt(),
                person.lastSignInAt());
    }
}
