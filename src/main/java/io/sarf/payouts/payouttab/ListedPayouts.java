package io.sarf.payouts.payouttab;

import io.quarkus.panache.common.Sort;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.money.Total;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutResult;
import io.sarf.payouts.payout.PayoutState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Payouts as the list, the overview and the chart of the tab read them. */
@ApplicationScoped
@Transactional
class ListedPayouts {
    /** Money in one state: how many payouts and how much in one currency. */
    record StateTotal(PayoutState state, Total total) {}

    @ApplicationScoped
    static class Rows implements ScopedRows<Payout> {}

    private final Rows rows;
    private final EntityManager entities;
    private final SearchedText searched;

    ListedPayouts(Rows rows, EntityManager entities, SearchedText searched) {
        this.rows = rows;
        this.entities = entities;
        this.searched = searched;
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
    List<StateTotal> sums(Scope scope) {
        return ScopedRows.bound(
                        scope,
                        entities.createQuery(
                                "select state, terms.money.currency, count(*), sum(terms.money.amount) from Payout where "
                                        + ScopedRows.WITHIN + " group by state, terms.money.currency",
                                Object[].class))
                .getResultList()
                .stream()
                .map(row -> new StateTotal(
                        (PayoutState) row[0], Total.of((String) row[1], (Long) row[2], (BigDecimal) row[3])))
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
                        "ended",
                        PayoutResult.statuses().stream().map(Enum::name).toList())
                .getResultStream();
        return Day.merged(quarters.map(row -> Day.of(row, zone)));
    }
}
