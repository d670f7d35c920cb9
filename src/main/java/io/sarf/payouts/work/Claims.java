package io.sarf.payouts.work;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Leases rows of a work table. Each lease counts as an attempt, and as a fault until its outcome is recorded. */
final class Claims {
    private static final String LEASED =
            " SET lease_owner = :owner, lease_until = :until, attempt = attempt + 1, faults = faults + 1";

    /** Of the columns that work is shared out by, the one that is no id. */
    private static final String BANK = "bank";

    private final String table;
    private final String free;
    private final EntityManager entities;
    private final LongAdder count = new LongAdder();

    Claims(String table, int mostFaults, EntityManager entities) {
        this.table = table;
        this.free = "(lease_until IS NULL OR lease_until < :now) AND faults < " + mostFaults;
        this.entities = entities;
    }

    /** Of this node. */
    Number count() {
        return count;
    }

    /** @param share columns, as constants, and their values */
    List<Lease> claim(Map<String, ?> share, int limit, UUID owner, Instant now, Duration length) {
        var until = now.plus(length);
        var leases = due(share, limit, now).stream()
                .map(row -> new Lease((UUID) row[0], owner, until, (Integer) row[1] + 1))
                .toList();
        if (!leases.isEmpty()) {
            count.add(leases.size());
            entities.createNativeQuery("UPDATE " + table + LEASED + " WHERE id IN (:ids)")
                    .setParameter("owner", owner)
                    .setParameter("until", until)
                    .setParameter("ids", leases.stream().map(Lease::work).toList())
                    .executeUpdate();
        }
        return leases;
    }

    List<Map<String, Object>> dueShares(List<String> columns, Instant now) {
        var names = String.join(", ", columns);
        var query = entities.unwrap(Session.class)
                .createNativeQuery(
                        "SELECT " + names + " FROM " + table + " WHERE due_at IS NOT NULL GROUP BY " + names
                                + " HAVING MIN(due_at) <= :now",
                        Tuple.class)
                .setParameter("now", now);
        columns.forEach(column -> query.addScalar(column, column.equals(BANK) ? String.class : UUID.class));
        return query.getResultList().stream()
                .map(row -> columns.stream().collect(Collectors.toMap(Function.identity(), row::get)))
                .toList();
    }

    private List<Object[]> due(Map<String, ?> share, int limit, Instant now) {
        var condition = share.keySet().stream()
                .map(column -> " AND " + column + " = :" + column)
                .collect(Collectors.joining());
        // Sorting would lock all rows of the share before the limit applies, and other nodes would find none to claim.
        var index = share.isEmpty() ? "" : " FORCE INDEX (" + table + "_share)";
        var query = entities.unwrap(Session.class)
                .createNativeQuery(
                        "SELECT id, attempt FROM " + table + index + " WHERE due_at <= :now AND " + free + condition
                                + " ORDER BY due_at LIMIT " + limit + " FOR UPDATE SKIP LOCKED",
                        Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("attempt", Integer.class)
                .setParameter("now", now);
        share.forEach(query::setParameter);
        return query.getResultList();
    }

    Optional<Lease> claimOne(UUID work, UUID owner, Instant now, Duration length) {
        var until = now.plus(length);
        var taken = entities.createNativeQuery("UPDATE " + table + LEASED + " WHERE id = :id AND " + free)
                .setParameter("owner", owner)
                .setParameter("until", until)
                .setParameter("id", work)
                .setParameter("now", now)
                .executeUpdate();
        count.add(taken);
        return taken == 1 ? Optional.of(new Lease(work, owner, until, 1)) : Optional.empty();
    }
}
