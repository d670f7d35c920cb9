package io.sarf.payouts.payout;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.PaddedInList;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.connection.ConnectionId;
import io.sarf.payouts.destination.DestinationId;
import io.sarf.payouts.platform.Missing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

@ApplicationScoped
@Transactional
public class Payouts {
    @ApplicationScoped
    public static class Rows implements ScopedRows<Payout> {}

    private final Rows rows;
    private final EntityManager entities;
    private final StatelessSession inserts;

    Payouts(Rows rows, EntityManager entities, StatelessSession inserts) {
        this.rows = rows;
        this.entities = entities;
        this.inserts = inserts;
    }

    public Optional<Payout> find(Scope scope, PayoutId id) {
        return rows.one(scope, id.value());
    }

    public Payout require(Scope scope, PayoutId id) {
        return find(scope, id).orElseThrow(() -> new Missing("payout"));
    }

    /** By the API's {@code payment_id}, which exists once the bank has taken the order. */
    public Optional<Payout> byPayment(Scope scope, UUID payment) {
        return rows.within(scope, "orderAtBank.payment = ?1", payment).firstResultOptional();
    }

    /** Finds the payout of a reference that a bank reported. */
    @AcrossApplications
    public Map<OurReference, UUID> whose(Collection<OurReference> references) {
        return entities.createQuery(
                        "select orderAtBank.reference, id from Payout where orderAtBank.reference in :references",
                        Object[].class)
                .setParameter("references", references)
                .getResultStream()
                .collect(Collectors.toMap(row -> (OurReference) row[0], row -> (UUID) row[1]));
    }

    public Optional<Payout> byEither(Scope scope, UUID id) {
        return find(scope, new PayoutId(id)).or(() -> byPayment(scope, id));
    }

    /** Of several applications, by id. */
    @AcrossApplications
    public Map<UUID, Payout> those(List<UUID> ids) {
        return PaddedInList.find(entities, Payout.class, ids).stream()
                .collect(Collectors.toMap(payout -> payout.id().value(), payout -> payout));
    }

    /** Whether they are all there. Waits for a transaction that is writing them. */
    public boolean written(Scope scope, Collection<PayoutId> ids) {
        return current(scope, ids).size() == ids.size();
    }

    public List<Payout> those(Scope scope, Collection<PayoutId> ids) {
        return rows.within(scope, "id in ?1", ids.stream().map(PayoutId::value).toList())
                .list();
    }

    /** Reads again and locks: what was read before waiting for a lock is outdated. */
    public List<Payout> current(Scope scope, Collection<PayoutId> ids) {
        return PaddedInList.rows(
                scope,
                ids.stream().map(PayoutId::value).toList(),
                in -> entities.createQuery(
                                "from Payout where " + ScopedRows.WITHIN + " and id in (" + in + ")", Payout.class)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Which of these destinations have ever been paid; what came back is not paid. Reads one payment of each: some have been
     * paid a million times.
     */
    public Set<DestinationId> paidBefore(Scope scope, Collection<DestinationId> destinations) {
        return PaddedInList.rows(
                        scope,
                        destinations.stream().map(DestinationId::value).toList(),
                        in -> entities.createQuery(
                                "select d.id from Destination d where d.id in (" + in
                                        + ") and d.scope.application = :application"
                                        + " and d.scope.environment = :environment"
                                        + " and (select 1 from Payout p where p.destination = d.id and "
                                        + PayoutResult.IS_PAID + " order by p.state.outcome limit 1) = 1",
                                UUID.class))
                .stream()
                .map(DestinationId::new)
                .collect(Collectors.toSet());
    }

    /** Whether the same amount went, or is going, to the same payee since then. Returned payments do not count. */
    public boolean twin(Scope scope, DestinationId destination, BigDecimal amount, Instant since) {
        return rows.within(
                                scope,
                                "destination = ?1 and terms.money.amount = ?2 and createdAt >= ?3"
                                        + " and state.status not in ('FAILED', 'AUTHORIZATION_FAILED', 'CANCELLED')"
                                        + " and not " + PayoutResult.IS_RETURNED,
                                destination,
                                amount,
                                since)
                        .count()
                > 0;
    }

    List<UUID> unsent(Scope scope, ConnectionId connection) {
        return of(scope, connection, "state.status = 'CREATED'");
    }

    /** Payouts of a connection with a look-up or a cancellation at the bank in progress. */
    List<UUID> open(Scope scope, ConnectionId connection) {
        return of(
                scope,
                connection,
                "state.status in ('QUEUEING', 'AUTHORIZING', 'CANCELLING')"
                        + " and (orderAtBank.checkingSince is not null or state.status = 'CANCELLING')");
    }

    void passOn(Scope scope, ConnectionId from, ConnectionId to) {
        entities.createQuery("update versioned Payout set connection = :to where " + ScopedRows.WITHIN
                        + " and connection = :from and state.status = 'CREATED'")
                .setParameter("application", scope.application())
                .setParameter("environment", scope.environment())
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
    }

    private static final String SHOWN = " and destination = :destination and (state.status = 'AWAITING_AUTHORIZATION'"
            + " or (state.status = 'AUTHORIZING' and flow.authorization is not null))";

    /** Payouts to a payee that wait for authorization, or that a person is authorizing with a code. */
    List<PayoutId> shown(Scope scope, DestinationId destination) {
        return ScopedRows.bound(
                        scope,
                        entities.createQuery("select id from Payout where " + ScopedRows.WITHIN + SHOWN, UUID.class))
                .setParameter("destination", destination)
                .getResultStream()
                .map(PayoutId::new)
                .toList();
    }

    /** Raises the revision of {@link #shown} payouts, so that what a page showed before is not authorized. */
    public void shownOtherwise(Scope scope, DestinationId destination) {
        entities.createQuery("update versioned Payout set revision = revision + 1 where " + ScopedRows.WITHIN + SHOWN)
                .setParameter("application", scope.application())
                .setParameter("environment", scope.environment())
                .setParameter("destination", destination)
                .executeUpdate();
    }

    private List<UUID> of(Scope scope, ConnectionId connection, String condition) {
        return ScopedRows.bound(
                        scope,
                        entities.createQuery(
                                "select id from Payout where " + ScopedRows.WITHIN
                                        + " and connection = :connection and " + condition,
                                UUID.class))
                .setParameter("connection", connection)
                .getResultList();
    }

    void flush() {
        entities.flush();
    }

    void add(List<Payout> payouts) {
        inserts.insertMultiple(payouts);
    }
}
