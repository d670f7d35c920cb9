package io.sarf.payouts.payout;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.destination.DestinationId;
import io.sarf.payouts.platform.Missing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All payouts. */
@ApplicationScoped
@Transactional
class Payouts {
    /** Money in one state: how many payouts and how much in one currency. */
    record Sum(PayoutStatus status, @Nullable Outcome outcome, String currency, long count, BigDecimal total) {}

    /** What was paid, or failed, on one day (UTC) in one currency. */
    record Day(java.time.LocalDate day, String currency, boolean failed, long count, BigDecimal total) {}

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<Payout, UUID> {}

    private final Rows rows;
    private final EntityManager entities;

    Payouts(Rows rows, EntityManager entities) {
        this.rows = rows;
        this.entities = entities;
    }

    public Optional<Payout> find(Scope scope, PayoutId id) {
        return rows.find(
                        "id = ?1 and application = ?2 and environment = ?3",
                        id.value(),
                        scope.application().value(),
                        scope.environment())
                .firstResultOptional();
    }

    public Payout require(Scope scope, PayoutId id) {
        return find(scope, id).orElseThrow(() -> new Missing("payout"));
    }

    /** By the id the API gives once the bank has taken it. */
    Optional<Payout> byPayment(Scope scope, UUID payment) {
        return rows.find(
                        "payment = ?1 and application = ?2 and environment = ?3",
                        payment,
                        scope.application().value(),
                        scope.environment())
                .firstResultOptional();
    }

    /** By either id the API gives: the intent's, or the payment's. */
    Optional<Payout> byEither(Scope scope, UUID id) {
        return find(scope, new PayoutId(id)).or(() -> byPayment(scope, id));
    }

    /** Those of the given ones that are here, in no order. */
    List<Payout> those(Scope scope, Collection<PayoutId> ids) {
        return rows.list(
                "id in ?1 and application = ?2 and environment = ?3",
                ids.stream().map(PayoutId::value).toList(),
                scope.application().value(),
                scope.environment());
    }

    /**
     * Newest first.
     *
     * @param statuses only these; empty for all
     * @param search part of the recipient, IBAN, reference or description, or a whole id; empty for all
     * @param before the last one of the page before; null for the first page
     */
    List<Payout> newest(
            Scope scope, Collection<PayoutStatus> statuses, String search, @Nullable Payout before, int limit) {
        Map<String, Object> values = new HashMap<>();
        values.put("application", scope.application().value());
        values.put("environment", scope.environment());
        var query = new StringBuilder("application = :application and environment = :environment");
        if (!statuses.isEmpty()) {
            query.append(" and status in :statuses");
            values.put("statuses", statuses);
        }
        if (!search.isBlank()) {
            query.append(" and (lower(recipientName) like :part or lower(recipientIban) like :compact"
                    + " or lower(externalReference) like :part or lower(description) like :part"
                    + " or id = :id or payment = :id)");
            values.put("part", "%" + search.strip().toLowerCase(java.util.Locale.ROOT) + "%");
            values.put("compact", "%" + search.replaceAll("\\s", "").toLowerCase(java.util.Locale.ROOT) + "%");
            values.put("id", uuid(search.strip()));
        }
        if (before != null) {
            query.append(" and (createdAt < :at or (createdAt = :at and id < :last))");
            values.put("at", before.createdAt());
            values.put("last", before.id().value());
        }
        return rows.find(query + " order by createdAt desc, id desc", values)
                .page(0, limit)
                .list();
    }

    /** Money by state, for the overview. */
    List<Sum> sums(Scope scope) {
        return entities
                .createQuery(
                        "select status, outcome, currency, count(*), sum(amount) from Payout"
                                + " where application = :application and environment = :environment"
                                + " group by status, outcome, currency",
                        Object[].class)
                .setParameter("application", scope.application().value())
                .setParameter("environment", scope.environment())
                .getResultList()
                .stream()
                .map(row -> new Sum(
                        (PayoutStatus) row[0], (Outcome) row[1], (String) row[2], (Long) row[3], (BigDecimal) row[4]))
                .toList();
    }

    /** Accepted and failed money by day since then, for the chart. */
    List<Day> days(Scope scope, Instant since) {
        return entities
                .createQuery(
                        "select cast(updatedAt as LocalDate), currency, status, count(*), sum(amount) from Payout"
                                + " where application = :application and environment = :environment"
                                + " and updatedAt >= :since and status in :settled"
                                + " group by cast(updatedAt as LocalDate), currency, status",
                        Object[].class)
                .setParameter("application", scope.application().value())
                .setParameter("environment", scope.environment())
                .setParameter("since", since)
                .setParameter(
                        "settled",
                        List.of(PayoutStatus.ACCEPTED_BY_BANK, PayoutStatus.FAILED, PayoutStatus.AUTHORIZATION_FAILED))
                .getResultList()
                .stream()
                .map(row -> new Day(
                        (java.time.LocalDate) row[0],
                        (String) row[1],
                        row[2] != PayoutStatus.ACCEPTED_BY_BANK,
                        (Long) row[3],
                        (BigDecimal) row[4]))
                .toList();
    }

    /** Which of these destinations have ever been paid. */
    Set<UUID> paidBefore(Scope scope, Collection<DestinationId> destinations) {
        return new HashSet<>(entities.createQuery(
                        "select distinct destination from Payout where application = :application"
                                + " and environment = :environment and destination in :destinations"
                                + " and status = :accepted",
                        UUID.class)
                .setParameter("application", scope.application().value())
                .setParameter("environment", scope.environment())
                .setParameter(
                        "destinations",
                        destinations.stream().map(DestinationId::value).toList())
                .setParameter("accepted", PayoutStatus.ACCEPTED_BY_BANK)
                .getResultList());
    }

    /** Whether the same amount went, or is going, to the same payee since then. */
    boolean twin(Scope scope, DestinationId destination, BigDecimal amount, Instant since) {
        return rows.count(
                        "application = ?1 and environment = ?2 and destination = ?3 and amount = ?4 and createdAt >= ?5"
                                + " and status not in ('FAILED', 'AUTHORIZATION_FAILED', 'CANCELLED')",
                        scope.application().value(),
                        scope.environment(),
                        destination.value(),
                        amount,
                        since)
                > 0;
    }

    void add(Scope scope, Payout payout) {
        rows.persist(payout);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }
}
