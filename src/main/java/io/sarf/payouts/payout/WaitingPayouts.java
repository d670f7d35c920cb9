package io.sarf.payouts.payout;

import io.quarkus.panache.common.Sort;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.money.Total;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;

@ApplicationScoped
@Transactional
public class WaitingPayouts {
    public record AtBank(String bank, long count) {}

    private static final String WAITING = "state.status = 'AWAITING_AUTHORIZATION'";

    private final Payouts.Rows rows;
    private final EntityManager entities;

    WaitingPayouts(Payouts.Rows rows, EntityManager entities) {
        this.rows = rows;
        this.entities = entities;
    }

    public List<Payout> longest(Scope scope, String bank, int limit) {
        return rows.within(scope, Sort.ascending("createdAt", "id"), "bank = ?1 and " + WAITING, bank)
                .page(0, limit)
                .list();
    }

    public List<AtBank> banks(Scope scope) {
        return ScopedRows.bound(
                        scope,
                        entities.createQuery(
                                "select bank, count(*) from Payout where " + ScopedRows.WITHIN + " and " + WAITING
                                        + " group by bank order by bank",
                                Object[].class))
                .getResultList()
                .stream()
                .map(row -> new AtBank((String) row[0], (Long) row[1]))
                .toList();
    }

    boolean anyForSecondPerson(Scope scope) {
        return rows.within(scope, WAITING + " and flow.forSecondPerson = true")
                .page(0, 1)
                .firstResultOptional()
                .isPresent();
    }

    public List<Total> sums(Scope scope) {
        return ScopedRows.bound(
                        scope,
                        entities.createQuery(
                                "select terms.money.currency, count(*), sum(terms.money.amount) from Payout where "
                                        + ScopedRows.WITHIN + " and " + WAITING
                                        + " group by terms.money.currency order by terms.money.currency",
                                Object[].class))
                .getResultList()
                .stream()
                .map(row -> Total.of((String) row[0], (Long) row[1], (BigDecimal) row[2]))
                .toList();
    }
}
