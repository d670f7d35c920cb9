package io.sarf.payouts.source;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.connection.ConnectionId;
import io.sarf.payouts.money.Total;
import io.sarf.payouts.payout.PayoutStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

@ApplicationScoped
@Transactional
class AffectedPayouts {
    record Affected(long count, List<Total> sums) {}

    /** @param underWay being queued, authorized or cancelled */
    record Open(Affected unsent, Affected underWay, Affected waiting) {}

    private record Row(PayoutStatus status, Total total) {}

    private final EntityManager entities;

    AffectedPayouts(EntityManager entities) {
        this.entities = entities;
    }

    Open of(Scope scope, ConnectionId connection) {
        var rows = ScopedRows.bound(
                        scope,
                        entities.createQuery(
                                "select state.status, terms.money.currency, count(*), sum(terms.money.amount) from Payout where "
                                        + ScopedRows.WITHIN
                                        + " and state.status in ('CREATED', 'QUEUEING', 'AUTHORIZING', 'CANCELLING',"
                                        + " 'AWAITING_AUTHORIZATION') and sourceAccount in"
                                        + " (select a.id from SourceAccount a where a.connection = :connection)"
                                        + " group by state.status, terms.money.currency"
                                        + " order by terms.money.currency",
                                Object[].class))
                .setParameter("connection", connection)
                .getResultList()
                .stream()
                .map(row ->
                        new Row((PayoutStatus) row[0], Total.of((String) row[1], (Long) row[2], (BigDecimal) row[3])))
                .toList();
        return new Open(
                those(rows, Set.of(PayoutStatus.CREATED)),
                those(rows, Set.of(PayoutStatus.QUEUEING, PayoutStatus.AUTHORIZING, PayoutStatus.CANCELLING)),
                those(rows, Set.of(PayoutStatus.AWAITING_AUTHORIZATION)));
    }

    private static Affected those(List<Row> rows, Set<PayoutStatus> statuses) {
        var totals = Total.merged(
                rows.stream().filter(row -> statuses.contains(row.status())).map(Row::total));
        return new Affected(totals.stream().mapToLong(Total::count).sum(), totals);
    }
}
