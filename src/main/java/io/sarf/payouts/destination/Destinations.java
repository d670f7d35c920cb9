package io.sarf.payouts.destination;

import io.quarkus.panache.common.Sort;
import io.sarf.payouts.application.PaddedInList;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.connection.ConnectionId;
import io.sarf.payouts.money.Iban;
import io.sarf.payouts.platform.Missing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All destinations, with what their bank says of them. */
@ApplicationScoped
@Transactional
public class Destinations {
    /** A destination and what the connected bank says of it; null when no bank was asked. */
    public record Payee(Destination destination, @Nullable Beneficiary beneficiary) {}

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

    /** Those of the given ones that are here, by id, in one query. */
    public Map<DestinationId, Destination> those(Scope scope, Collection<DestinationId> ids) {
        return rows
                .within(
                        scope,
                        "id in ?1",
                        ids.stream().map(DestinationId::value).toList())
                .stream()
                .collect(Collectors.toMap(Destination::id, one -> one));
    }

    /** The same with what their bank says of them. */
    public Map<DestinationId, Payee> payees(Scope scope, Collection<DestinationId> ids) {
        return PaddedInList.rows(
                        scope,
                        ids.stream().map(DestinationId::value).toList(),
                        in -> entities.createQuery(
                                "select d, b from Destination d left join Beneficiary b on b.destination = d.id"
                                        + " where d.id in (" + in + ") and d.scope.application = :application"
                                        + " and d.scope.environment = :environment",
                                Object[].class))
                .stream()
                .map(row -> new Payee((Destination) row[0], (Beneficiary) row[1]))
                .collect(Collectors.toMap(payee -> payee.destination().id(), one -> one, (first, second) -> first));
    }

    /** What it was after so many edits, which is how a payout of that time is paid. */
    public Destination asOf(Scope scope, DestinationId id, long revision) {
        return asOf(scope, List.of(require(scope, id))).of(id, revision);
    }

    /** The same for many, in one query and only where one was edited at all. */
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

    void keep(Scope scope, DestinationVersion before) {
        entities.persist(before);
    }

    /** Whether there is a first one; account ids are shown only then. */
    public boolean any(Scope scope) {
        return !newest(scope, "", null, 1).isEmpty();
    }

    /**
     * Newest first.
     *
     * @param search part of the name, display name or IBAN; empty for all
     * @param before only those created before; null for the newest
     */
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

    /** Newest first, counted from the newest. */
    List<Destination> page(Scope scope, int number, int size) {
        return rows.within(scope, Sort.descending("createdAt", "id"), "1 = 1")
                .page(number, size)
                .list();
    }

    /** How many there are, counted up to {@code most}. */
    long count(Scope scope, int most) {
        return ScopedRows.bound(
                        scope,
                        entities.createQuery(
                                "select count(*) from (select d.id id from Destination d where " + ScopedRows.WITHIN
                                        + " order by d.createdAt desc limit " + most + ") some",
                                Long.class))
                .getSingleResult();
    }

    /** What the connected bank says of a destination. */
    public Optional<Beneficiary> beneficiary(Scope scope, DestinationId id) {
        return Optional.ofNullable(beneficiaries(scope, List.of(id)).get(id));
    }

    /** The same for many, in one query. */
    public Map<DestinationId, Beneficiary> beneficiaries(Scope scope, Collection<DestinationId> ids) {
        return beneficiaries.within(scope, "destination in ?1", ids).stream()
                .collect(Collectors.toMap(Beneficiary::destination, one -> one, (first, second) -> first));
    }

    /** What one connected bank was asked to know, newest first. */
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

    /** How many can be paid, or will be, by way of a connection. */
    public long payable(Scope scope, ConnectionId connection) {
        return beneficiaries
                .within(
                        scope,
                        "connection = ?1 and status in ('REQUESTED', 'ACTIVE', 'AWAITING_BENEFICIARY_COOL_OFF')",
                        connection)
                .count();
    }

    /** Beneficiaries of a connection that its bank has said nothing of yet. */
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

    /** What one connection's bank knows, or was asked to know, is asked for and paid with another one from now on. */
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

    /** Writes what was added so far, so that a key that is taken is known here and now. */
    void write(Scope scope) {
        rows.flush();
    }

    Beneficiary requireBeneficiary(Scope scope, UUID id) {
        return beneficiaries.one(scope, id).orElseThrow(() -> new Missing("beneficiary"));
    }
}
