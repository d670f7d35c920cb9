package io.sarf.payouts.source;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.connection.ConnectionId;
import io.sarf.payouts.money.MoneyText;
import io.sarf.payouts.payout.PayoutStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What of a payment source's payouts has not come to its end. */
@ApplicationScoped
@Transactional
class AffectedPayouts {
    /** How much money in one currency. */
    record Sum(long count, String amount, String currency) {}

    /** @param count of all currencies together */
    record Affected(long count, List<Sum> sums) {}

    /**
     * @param unsent which the bank does not have
     * @param underWay on their way to the bank, or being authorized or taken back
     * @param waiting which the bank has, and somebody has to authorize
     */
    record Open(Affected unsent, Affected underWay, Affected waiting) {}

    private record Row(PayoutStatus status, String currency, long count, BigDecimal total) {}

    private final EntityManager entities;

    AffectedPayouts(EntityManager entities) {
        this.entities = entities;
    }

    /** Of the accounts that a connection opens. */
    Open of(Scope scope, ConnectionId connection) {
        var rows = ScopedRows.bound(
                        scope,
                        entities.createQuery(
                                "select status, currency, count(*), sum(amount) from Payout where " + ScopedRows.WITHIN
                                        + " and status in ('CREATED', 'QUEUEING', 'AUTHORIZING', 'CANCELLING',"
                                        + " 'AWAITING_AUTHORIZATION') and sourceAccount in"
                                        + " (select a.id from SourceAccount a where a.connection = :connection)"
                                        + " group by status, currency order by currency",
                                Object[].class))
                .setParameter("connection", connection.value())
                .getResultList()
                .stream()
                .map(row -> new Row((PayoutStatus) row[0], (String) row[1], (Long) row[2], (BigDecimal) row[3]))
                .toList();
        return new Open(
                those(rows, Set.of(PayoutStatus.CREATED)),
                those(rows, Set.of(PayoutStatus.QUEUEING, PayoutStatus.AUTHORIZING, PayoutStatus.CANCELLING)),
                those(rows, Set.of(PayoutStatus.AWAITING_AUTHORIZATION)));
    }

    private static Affected those(List<Row> rows, Set<PayoutStatus> statuses) {
        var chosen =
                rows.stream().filter(row -> statuses.contains(row.status())).toList();
        var currencies = chosen.stream().map(Row::currency).distinct().toList();
        var sums = currencies.stream()
                .map(currency -> sum(
                        currency,
                        chosen.stream()
                                .filter(row -> row.currency().equals(currency))
                                .toList()))
                .toList();
        return new Affected(chosen.stream().mapToLong(Row::count).sum(), sums);
    }

    private static Sum sum(String currency, List<Row> rows) {
        var total = rows.stream().map(Row::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        var money = Money.of(CurrencyUnit.of(currency), total, RoundingMode.UNNECESSARY);
        return new Sum(rows.stream().mapToLong(Row::count).sum(), MoneyText.shown(money), currency);
    }
}
