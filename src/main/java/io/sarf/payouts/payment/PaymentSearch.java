package io.sarf.payouts.payment;

import io.sarf.payouts.api.ApiPage;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.AccountId;
import io.sarf.payouts.destination.DestinationId;
import io.sarf.payouts.payout.ApiStatus;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional
class PaymentSearch {
    /** The filters; null matches all. Amounts and times are inclusive. */
    public record Wanted(
            @Nullable BigDecimal amountMin,
            @Nullable BigDecimal amountMax,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Instant fromUpdatedAt,
            @Nullable Instant toUpdatedAt,
            @Nullable ApiStatus status,
            @Nullable DestinationId destination,
            @Nullable AccountId account,
            @Nullable String externalReference) {

        /** Whether an index alone can count the matches, however many: no filter, a status, or a time of creation. */
        boolean countable() {
            var others = Stream.of(
                    amountMin, amountMax, fromUpdatedAt, toUpdatedAt, destination, account, externalReference);
            return others.allMatch(Objects::isNull);
        }

        List<PayoutStatus> statuses() {
            return status == null ? List.of() : ApiStatus.within(status);
        }
    }

    private final EntityManager entities;

    PaymentSearch(EntityManager entities) {
        this.entities = entities;
    }

    /** @param after the last payout of the previous page; null to start at the newest */
    List<Payout> find(Scope scope, Wanted wanted, @Nullable Cursor after, int skip, int limit) {
        var values = new HashMap<String, Object>();
        var where = where(scope, wanted, values);
        if (after != null) {
            where += " and (p.createdAt < :at or (p.createdAt = :at and p.id < :last))";
            values.put("at", after.at());
            values.put("last", after.id());
        }
        return with(
                        values,
                        entities.createQuery(
                                "select p from Payout p" + where + " order by p.createdAt desc, p.id desc",
                                Payout.class))
                .setFirstResult(skip)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Exact, so call it only if {@link Wanted#countable}. */
    long countAll(Scope scope, Wanted wanted) {
        var values = new HashMap<String, Object>();
        var where = where(scope, wanted, values);
        return with(values, entities.createQuery("select count(*) from Payout p" + where, Long.class))
                .getSingleResult();
    }

    /** Counts up to {@link ApiPage#COUNTED} + 1. */
    public long count(Scope scope, Wanted wanted) {
        var values = new HashMap<String, Object>();
        var where = where(scope, wanted, values);
        return with(
                        values,
                        entities.createQuery(
                                "select count(*) from (select p.id id from Payout p" + where
                                        + " order by p.createdAt desc, p.id desc limit "
                                        + (ApiPage.COUNTED + 1) + ") some",
                                Long.class))
                .getSingleResult();
    }

    private static <T> TypedQuery<T> with(Map<String, Object> values, TypedQuery<T> query) {
        values.forEach(query::setParameter);
        return query;
    }

    private static String where(Scope scope, Wanted wanted, Map<String, Object> values) {
        values.put("application", scope.application());
        values.put("environment", scope.environment());
        var where =
                new StringBuilder(" where p.scope.application = :application and p.scope.environment = :environment");
        and(where, values, " and p.terms.money.amount >= :amountMin", "amountMin", wanted.amountMin());
        and(where, values, " and p.terms.money.amount <= :amountMax", "amountMax", wanted.amountMax());
        and(where, values, " and p.createdAt >= :from", "from", wanted.from());
        and(where, values, " and p.createdAt <= :to", "to", wanted.to());
        and(where, values, " and p.updatedAt >= :fromUpdated", "fromUpdated", wanted.fromUpdatedAt());
        and(where, values, " and p.updatedAt <= :toUpdated", "toUpdated", wanted.toUpdatedAt());
        and(where, values, " and p.destination = :destination", "destination", wanted.destination());
        and(where, values, " and p.sourceAccount = :account", "account", wanted.account());
        and(where, values, " and p.terms.externalReference = :reference", "reference", wanted.externalReference());
        and(
                where,
                values,
                " and p.state.status in :statuses",
                "statuses",
                wanted.statuses().isEmpty() ? null : wanted.statuses());
        return where.toString();
    }

    private static void and(
            StringBuilder where, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            values.put(name, value);
        }
    }
}
