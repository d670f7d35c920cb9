package io.sarf.payouts.payout;

import io.quarkus.panache.common.Sort;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
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
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** All payouts. */
@ApplicationScoped
@Transactional
class Payouts {
    /** Money in one state: how many payouts and how much in one currency. */
    record Sum(PayoutStatus status, @Nullable Outcome outcome, String currency, long count, BigDecimal total) {}

    /** Whose payout it is. */
    record Whose(Scope scope, PayoutId id) {}

    @ApplicationScoped
    static class Rows implements ScopedRows<Payout> {}

    private final Rows rows;
    private final EntityManager entities;
    private final SearchedText searched;

    Payouts(Rows rows, EntityManager entities, SearchedText searched) {
        this.rows = rows;
        this.entities = entities;
        this.searched = searched;
    }

    public Optional<Payout> find(Scope scope, PayoutId id) {
        return rows.one(scope, id.value());
    }

    public Payout require(Scope scope, PayoutId id) {
        return find(scope, id).orElseThrow(() -> new Missing("payout"));
    }

    /** By the id the API gives once the bank has taken it. */
    Optional<Payout> byPayment(Scope scope, UUID payment) {
        return rows.within(scope, "payment = ?1", payment).firstResultOptional();
    }

    /** Whose payout a bank speaks of. */
    Optional<Whose> whose(AcrossApplications right, OurReference reference) {
        return entities.createQuery(
                        "select application, environment, id from Payout where reference = :reference", Object[].class)
                .setParameter("reference", reference.value())
                .getResultStream()
                .map(row -> new Whose(
                        new Scope(new ApplicationId((UUID) row[0]), (Environment) row[1]), new PayoutId((UUID) row[2])))
                .findFirst();
    }

    /** By either id the API gives: the intent's, or the payment's. */
    Optional<Payout> byEither(Scope scope, UUID id) {
        return find(scope, new PayoutId(id)).or(() -> byPayment(scope, id));
    }

    /** Those of the given ones that are here, in no order. */
    List<Payout> those(Scope scope, Collection<PayoutId> ids) {
        return rows.within(scope, "id in ?1", ids.stream().map(PayoutId::value).toList())
                .list();
    }

    /**
     * The same as they are now, locked for the rest of the transaction: what it has read before it waited for somebody else is
     * old by then.
     */
    List<Payout> current(Scope scope, Collection<PayoutId> ids) {
        return rows.within(scope, "id in ?1", ids.stream().map(PayoutId::value).toList())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /**
     * Newest first.
     *
     * @param state only this one; null for all
     * @param search as {@link SearchedText} takes it; empty for all
     * @param before the last one of the page before; null for the first page
     */
    List<Payout> newest(Scope scope, @Nullable ListedState state, String search, @Nullable Payout before, int limit) {
        Map<String, Object> values = new HashMap<>();
        var query = new StringBuilder("1 = 1");
        if (state != null) {
            query.append(" and ").append(state.condition());
        }
        if (!search.isBlank()) {
            query.append(" and ").append(searched.condition(scope, search, values));
        }
        if (before != null) {
            query.append(" and (createdAt < :at or (createdAt = :at and id < :last))");
            values.put("at", before.createdAt());
            values.put("last", before.id().value());
        }
        return rows.within(scope, Sort.descending("createdAt", "id"), query.toString(), values)
                .page(0, limit)
                .list();
    }

    /** Money by state, for the overview. */
    List<Sum> sums(Scope scope) {
        return ScopedRows.bound(
                        scope,
                        entities.createQuery(
                                "select status, outcome, currency, count(*), sum(amount) from Payout where "
                                        + ScopedRows.WITHIN + " group by status, outcome, currency",
                                Object[].class))
                .getResultList()
                .stream()
                .map(row -> new Sum(
                        (PayoutStatus) row[0], (Outcome) row[1], (String) row[2], (Long) row[3], (BigDecimal) row[4]))
                .toList();
    }

    /** Money that was paid, failed or was returned, by day of a zone since then, for the chart. */
    List<Day> days(Scope scope, Instant since, ZoneId zone) {
        // By quarter of an hour, in which every zone's day begins; the database need not know zones.
        var quarters = entities.unwrap(Session.class)
                .createNativeQuery(
                        "SELECT TIMESTAMPDIFF(MINUTE, '1970-01-01', updated_at) DIV 15 AS quarter, currency,"
                                + " status, outcome, COUNT(*), SUM(amount) FROM payout"
                                + " WHERE application = :application AND environment = :environment"
                                + " AND updated_at >= :since"
                                + " AND status IN (:ended) GROUP BY quarter, currency, status, outcome",
                        Object[].class)
                .setParameter("application", scope.application().value())
                .setParameter("environment", scope.environment().name())
                .setParameter("since", since)
                .setParameterList(
                        "ended", Ending.statuses().stream().map(Enum::name).toList())
                .getResultStream();
        return Day.merged(quarters.map(row -> Day.of(row, zone)));
    }

    /** Which of these destinations have ever been paid; what came back is not paid. */
    Set<UUID> paidBefore(Scope scope, Collection<DestinationId> destinations) {
        return new HashSet<>(ScopedRows.bound(
                        scope,
                        entities.createQuery(
                                "select distinct destination from Payout where " + ScopedRows.WITHIN
                                        + " and destination in :destinations and " + Ending.IS_PAID,
                                UUID.class))
                .setParameter(
                        "destinations",
                        destinations.stream().map(DestinationId::value).toList())
                .getResultList());
    }

    /** Whether the same amount went, or is going, to the same payee since then; not what came back. */
    boolean twin(Scope scope, DestinationId destination, BigDecimal amount, Instant since) {
        return rows.within(
                                scope,
                                "destination = ?1 and amount = ?2 and createdAt >= ?3"
                                        + " and status not in ('FAILED', 'AUTHORIZATION_FAILED', 'CANCELLED')"
                                        + " and not " + Ending.IS_RETURNED,
                                destination.value(),
                                amount,
                                since)
                        .count()
                > 0;
    }

    /** Of a connection: those that were not sent yet. */
    List<UUID> unsent(Scope scope, ConnectionId connection) {
        return of(scope, connection, "status = 'CREATED'");
    }

    /** Of a connection: those whose bank is asked what became of them, or to take them back. */
    List<UUID> open(Scope scope, ConnectionId connection) {
        return of(
                scope,
                connection,
                "status in ('QUEUEING', 'AUTHORIZING', 'CANCELLING') and (checkingSince is not null or status = 'CANCELLING')");
    }

    /** What was not sent yet is handed over with these credentials. */
    void passOn(Scope scope, ConnectionId from, ConnectionId to) {
        entities.createQuery("update versioned Payout set connection = :to where " + ScopedRows.WITHIN
                        + " and connection = :from and status = 'CREATED'")
                .setParameter("application", scope.application().value())
                .setParameter("environment", scope.environment())
                .setParameter("from", from.value())
                .setParameter("to", to.value())
                .executeUpdate();
    }

    private static final String SHOWN = " and destination = :destination and (status = 'AWAITING_AUTHORIZATION'"
            + " or (status = 'AUTHORIZING' and authorization is not null))";

    /** Those to a payee that wait for somebody, or that somebody authorizes in a window. */
    List<PayoutId> shown(Scope scope, DestinationId destination) {
        return ScopedRows.bound(
                        scope,
                        entities.createQuery("select id from Payout where " + ScopedRows.WITHIN + SHOWN, UUID.class))
                .setParameter("destination", destination.value())
                .getResultStream()
                .map(PayoutId::new)
                .toList();
    }

    /** The same are not any more what they were when they were shown. */
    void shownOtherwise(Scope scope, DestinationId destination) {
        entities.createQuery("update versioned Payout set revision = revision + 1 where " + ScopedRows.WITHIN + SHOWN)
                .setParameter("application", scope.application().value())
                .setParameter("environment", scope.environment())
                .setParameter("destination", destination.value())
                .executeUpdate();
    }

    private List<UUID> of(Scope scope, ConnectionId connection, String condition) {
        return ScopedRows.bound(
                        scope,
                        entities.createQuery(
                                "select id from Payout where " + ScopedRows.WITHIN
                                        + " and connection = :connection and " + condition,
                                UUID.class))
                .setParameter("connection", connection.value())
                .getResultList();
    }

    void add(Scope scope, Payout payout) {
        rows.persist(payout);
    }
}
