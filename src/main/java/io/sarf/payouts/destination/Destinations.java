package io.sarf.payouts.destination;

import io.quarkus.panache.common.Sort;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.PaddedInList;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.connection.ConnectionId;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.money.Iban;
import io.sarf.payouts.platform.Missing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional
public class Destinations {
    /** @param beneficiary null if no bank was asked */
    public record Payee(Destination destination, @Nullable Beneficiary beneficiary) {}

    /** Fired in the transaction that records an edit, before it is applied. What pages showed before is outdated. */
    public record Edited(Scope scope, DestinationId destination, Actor by) {}

    @ApplicationScoped
    static class Rows implements ScopedRows<Destination> {}

    @ApplicationScoped
    static class Beneficiaries implements ScopedRows<Beneficiary> {}

    private final Rows rows;
    private final Beneficiaries beneficiaries;
    private final EntityManager entities;

    Destinations(Rows rows, Beneficiaries beneficiaries, EntityManager entities) {
        this.rows = rows;
        this.beneficiaries = beneficiaries;
        this.entities = entities;
    }

    public Optional<Destination> find(Scope scope, DestinationId id) {
        return rows.one(scope, id.value());
    }

    public Destination require(Scope scope, DestinationId id) {
        return find(scope, id).orElseThrow(() -> new Missing("destination"));
    }

    public Map<DestinationId, Destination> those(Scope scope, Collection<DestinationId> ids) {
        return rows
                .within(
                        scope,
                        "id in ?1",
                        ids.stream().map(DestinationId::value).toList())
                .stream()
                .collect(Collectors.toMap(Destination::id, one -> one));
    }

    public Map<DestinationId, Payee> payees(Scope scope, Collection<DestinationId> ids) {
        return byPayee(PaddedInList.rows(
                scope,
                ids.stream().map(DestinationId::value).toList(),
                in -> entities.createQuery(
                        "select d, b from Destination d left join Beneficiary b on b.destination = d.id"
                                + " where d.id in (" + in + ") and d.scope.application = :application"
                                + " and d.scope.environment = :environment",
                        Object[].class)));
    }

    /** Payees of several applications, in one query. */
    @AcrossApplications
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<DestinationId, Payee> payees(Set<DestinationId> ids) {
        return byPayee(PaddedInList.rows(
                ids.stream().map(DestinationId::value).toList(),
                in -> entities.createQuery(
                        "select d, b from Destination d left join Beneficiary b on b.destination = d.id"
                                + " where d.id in (" + in + ")",
                        Object[].class)));
    }

    private static Map<DestinationId, Payee> byPayee(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new Payee((Destination) row[0], (Beneficiary) row[1]))
                .collect(Collectors.toMap(payee -> payee.destination().id(), one -> one, (first, second) -> first));
    }

    /** The destination at a revision: a payout is paid with the revision it was sent with. */
    public Destination asOf(Scope scope, DestinationId id, long revision) {
        return asOf(scope, List.of(require(scope, id))).of(id, revision);
    }

    /** Several, with at most one query. */
    public DestinationRevisions asOf(Scope scope, Collection<Destination> now) {
        var edited = now.stream()
                .filter(one -> one.revision() > 0)
                .map(one -> one.id().value())
                .toList();
        var before = edited.isEmpty()
                ? List.<DestinationVersion>of()
                : ScopedRows.bound(
                                scope,
                                entities.createQuery(
                                        "from DestinationVersion where " + ScopedRows.WITHIN
                                                + " and destination in :edited",
                                        DestinationVersion.class))
                        .setParameter("edited", edited)
                        .getResultList();
        return DestinationRevisions.of(now, before);
    }

    void lock(Scope scope, Destination destination) {
        entities.lock(destination, LockModeType.PESSIMISTIC_WRITE);
    }

    void keep(Scope scope, DestinationVersion before) {
        entities.persist(before);
    }

    /** Whether the scope has a destination: account ids are shown only then. */
    public boolean any(Scope scope) {
        return !newest(scope, "", null, 1).isEmpty();
    }

    /** @param search part of the name, display name or IBAN; empty for all */
    public List<Destination> newest(Scope scope, String search, @Nullable Instant before, int limit) {
        return rows.within(
                        scope,
                        Sort.descending("createdAt"),
                        "(?1 = '' or locate(?2, name) > 0 or locate(?2, details.displayName) > 0 or locate(?1, iban) > 0)"
                                + " and (?3 is null or createdAt < ?3)",
                        Iban.tidy(search),
                        search.strip(),
                        before)
                .page(0, limit)
                .list();
    }

    List<Destination> page(Scope scope, int number, int size) {
        return rows.within(scope, Sort.descending("createdAt", "id"), "1 = 1")
                .page(number, size)
                .list();
    }

    /** Counts up to {@code most}. */
    long count(Scope scope, int most) {
        return ScopedRows.bound(
                        scope,
                        entities.createQuery(
                                "select count(*) from (select d.id id from Destination d where " + ScopedRows.WITHIN
                                        + " order by d.createdAt desc limit " + most + ") some",
                                Long.class))
                .getSingleResult();
    }

    public Optional<Beneficiary> beneficiary(Scope scope, DestinationId id) {
        return Optional.ofNullable(beneficiaries(scope, List.of(id)).get(id));
    }

    public Map<DestinationId, Beneficiary> beneficiaries(Scope scope, Collection<DestinationId> ids) {
        return beneficiaries.within(scope, "destination in ?1", ids).stream()
                .collect(Collectors.toMap(Beneficiary::destination, one -> one, (first, second) -> first));
    }

    public List<Beneficiary> knownTo(Scope scope, ConnectionId connection, int limit) {
        return beneficiaries
                .within(
                        scope,
                        Sort.descending("id"),
                        "connection = ?1 and status not in ('REQUESTED', 'FAILED')",
                        connection)
                .page(0, limit)
                .list();
    }

    /** How many can be paid through the connection, or may be once the bank answers. */
    public long payable(Scope scope, ConnectionId connection) {
        return beneficiaries
                .within(
                        scope,
                        "connection = ?1 and status in ('REQUESTED', 'ACTIVE', 'AWAITING_BENEFICIARY_COOL_OFF')",
                        connection)
                .count();
    }

    /** Beneficiaries of a connection that wait for its bank's first answer. */
    List<UUID> requested(Scope scope, ConnectionId connection) {
        return ScopedRows.bound(
                        scope,
                        entities.createQuery(
                                "select id from Beneficiary where " + ScopedRows.WITHIN
                                        + " and connection = :connection and status = :requested",
                                UUID.class))
                .setParameter("connection", connection)
                .setParameter("requested", Beneficiary.Status.REQUESTED)
                .getResultList();
    }

    /** Moves all beneficiaries of a connection to another connection of the same bank. */
    void passOn(Scope scope, ConnectionId from, ConnectionId to) {
        entities.createQuery("update versioned Beneficiary set connection = :to where " + ScopedRows.WITHIN
                        + " and connection = :from")
                .setParameter("application", scope.application())
                .setParameter("environment", scope.environment())
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
    }

    List<Destination> withIban(Scope scope, Collection<String> ibans) {
        return rows.within(scope, "iban in ?1", ibans).list();
    }

    Optional<Destination> same(Scope scope, NewDestination wanted) {
        return rows.within(scope, "iban = ?1 and normalisedName = ?2", wanted.iban(), wanted.normalisedName())
                .firstResultOptional();
    }

    void add(Scope scope, Destination destination, Beneficiary beneficiary) {
        rows.persist(destination);
        beneficiaries.persist(beneficiary);
    }

    /** Flushes, so that a violated unique key shows here. */
    void write(Scope scope) {
        rows.flush();
    }

    /** Beneficiaries of several applications, by id; reads their destinations too, so that {@link #require} finds them. */
    @AcrossApplications
    @Transactional(Transactional.TxType.MANDATORY)
    Map<UUID, Beneficiary> requests(List<UUID> ids) {
        var found = PaddedInList.find(entities, Beneficiary.class, ids).stream()
                .collect(Collectors.toMap(Beneficiary::id, one -> one));
        payees(found.values().stream().map(Beneficiary::destination).collect(Collectors.toSet()));
        return found;
    }
}
