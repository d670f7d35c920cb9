package io.sarf.payouts.payouttab;

import io.quarkus.panache.common.Sort;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.money.Total;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutResult;
import io.sarf.payouts.payout.PayoutState;
import io.sarf.payouts.payout.PayoutStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional
class ListedPayouts {
    record StateTotal(PayoutState state, Total total) {}

    @ApplicationScoped
    static class Rows implements ScopedRows<Payout> {}

    private static final Comparator<Payout> NEWEST_FIRST = Comparator.comparing(Payout::createdAt)
            .thenComparing(payout -> payout.id().value().toString())
            .reversed();

    private static final List<PayoutStatus> OPEN =
            List.of(PayoutStatus.AWAITING_AUTHORIZATION, PayoutStatus.PENDING_WITH_BANK, PayoutStatus.ACCEPTED_BY_BANK);

    private final Rows rows;
    private final EntityManager entities;
    private final SearchedText searched;

    ListedPayouts(Rows rows, EntityManager entities, SearchedText searched) {
        this.rows = rows;
        this.entities = entities;
        this.searched = searched;
    }

    /** @param before the last payout of the previous page; null for the first page */
    List<Payout> newest(Scope scope, @Nullable ListedState state, String search, @Nullable Payout before, int limit) {
        var conditions = state == null ? List.of("1 = 1") : state.conditions();
        return conditions.stream()
                .flatMap(condition -> newest(scope, condition, search, before, limit).stream())
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    private List<Payout> newest(Scope scope, String condition, String search, @Nullable Payout before, int limit) {
        Map<String, Object> values = new HashMap<>();
        var query = new StringBuilder(condition);
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

    /** Of the payouts that wait for somebody: few, however many have ended. */
    List<StateTotal> open(Scope scope) {
        return ScopedRows.bound(
                        scope,
                        entities.createQuery(
                                "select state, terms.money.currency, count(*), sum(terms.money.amount) from Payout where "
                                        + ScopedRows.WITHIN + " and state.status in :open and state.outcome is null"
                                        + " group by state, terms.money.currency",
                                Object[].class))
                .setParameter("open", OPEN)
                .getResultList()
                .stream()
                .map(row -> new StateTotal(
                        (PayoutState) row[0], Total.of((String) row[1], (Long) row[2], (BigDecimal) row[3])))
                .toList();
    }

    /** When one of them changed last; empty without payouts. */
    Optional<Instant> changedAt(Scope scope) {
        return Optional.ofNullable(ScopedRows.bound(
                        scope,
                        entities.createQuery(
                                "select max(updatedAt) from Payout where " + ScopedRows.WITHIN, Instant.class))
                .getSingleResult());
    }

    List<Day> days(Scope scope, Instant since, ZoneId zone) {
        // Days begin on a quarter of an hour in every time zone, so the database needs to know no zones.
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
                        "ended",
                        PayoutResult.statuses().stream().map(Enum::name).toList())
                .getResultStream();
        return Day.merged(quarters.map(row -> Day.of(row, zone)));
    }
}
