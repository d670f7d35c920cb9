package io.sarf.payouts.bulk;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.payout.ApiStatus;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutState.Outcome;
import io.sarf.payouts.payout.PayoutStatus;
import io.sarf.payouts.payout.Payouts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional
class PayoutsOfBulk {
    /** @param payment null until the bank has taken the order */
    public record Row(
            int row,
            UUID intent,
            @Nullable UUID payment,
            UUID destination,
            String recipientName,
            String recipientIban,
            BigDecimal amount,
            String currency,
            String description,
            @Nullable String externalReference,
            ApiStatus status,
            @Nullable Outcome outcome,
            @Nullable String reasonCode,
            @Nullable String reason,
            Instant updatedAt) {
        static Row of(Payout payout) {
            var code = payout.reason().code();
            var row = payout.bulkRow();
            return new Row(
                    row == null ? 0 : row,
                    payout.id().value(),
                    payout.orderAtBank().payment(),
                    payout.destination().value(),
                    payout.recipient().name(),
                    payout.recipient().iban(),
                    payout.amount().getAmount(),
                    payout.amount().getCurrencyUnit().getCode(),
                    payout.terms().description(),
                    payout.terms().externalReference(),
                    ApiStatus.of(payout.status()),
                    payout.state().outcome(),
                    code == null ? null : code.name(),
                    payout.reason().message(),
                    payout.updatedAt());
        }
    }

    private final Payouts.Rows rows;
    private final EntityManager entities;

    PayoutsOfBulk(Payouts.Rows rows, EntityManager entities) {
        this.rows = rows;
        this.entities = entities;
    }

    public Map<ApiStatus, Long> counts(Scope scope, UUID bulk) {
        var counts = new EnumMap<ApiStatus, Long>(ApiStatus.class);
        ScopedRows.bound(
                        scope,
                        entities.createQuery(
                                "select state.status, count(*) from Payout where " + ScopedRows.WITHIN
                                        + " and bulk = :bulk group by state.status",
                                Object[].class))
                .setParameter("bulk", bulk)
                .getResultList()
                .forEach(row -> counts.merge(ApiStatus.of((PayoutStatus) row[0]), (Long) row[1], Long::sum));
        return counts;
    }

    public List<Row> page(Scope scope, UUID bulk, int number, int size) {
        return rows
                .within(
                        scope,
                        "bulk = ?1 and bulkRow >= ?2 and bulkRow < ?3",
                        bulk,
                        number * size,
                        number * size + size)
                .stream()
                .map(Row::of)
                .sorted(Comparator.comparingInt(Row::row))
                .toList();
    }

    public List<UUID> bulks(Scope scope, Collection<UUID> payouts) {
        return ScopedRows.bound(
                        scope,
                        entities.createQuery(
                                "select distinct bulk from Payout where " + ScopedRows.WITHIN
                                        + " and id in :payouts and bulk is not null order by bulk",
                                UUID.class))
                .setParameter("payouts", payouts)
                .getResultList();
    }
}
