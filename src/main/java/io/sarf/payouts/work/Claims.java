package io.sarf.payouts.work;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * Leases rows of a work table. Each lease counts as an attempt, and as a fault until its outcome is recorded. A claim is either
 * of rows with few faults, or of one row with many: work that fails its batch, or ends the process, would take its neighbours
 * with it until all of them are parked.
 */
final class Claims {
    /** Who leases rows, and until when. */
    record Term(UUID owner, Instant now, Instant until) {
        Term(UUID owner, Instant now, Duration length) {
            this(owner, now, now.plus(length));
        }

        Lease lease(UUID work, int attempt, boolean alone) {
            return new Lease(work, owner, until, attempt, alone);
        }
    }

    private record Row(UUID id, int attempt, boolean alone) {}

    private static final String LEASED =
            " SET lease_owner = :owner, lease_until = :until, attempt = attempt + 1, faults = faults + 1";

    /** Of the columns that work is shared out by, those that are no ids. */
    private static final Map<String, Class<?>> TYPES = Map.of("bank", String.class, "bulk", Boolean.class);

    private static final String FREE = "(lease_until IS NULL OR lease_until < :now)";

    /**
     * An open table keeps the statistics of its keys. While they are those of an empty table, the optimizer expects as many shares
     * as rows and reads all rows, however many are idle (MariaDB 11.4.5). So reading all rows is made expensive, which leaves the
     * step from share to share. Versions before 11.0.1 do not know the variable.
     */
    private static final String BY_STEPS = "/*M!110001 SET STATEMENT optimizer_scan_setup_cost = 1000000000 FOR */ ";

    private final String table;
    private final int mostFaults;
    private final int aloneFrom;
    private final EntityManager entities;
    private final Alone alone = new Alone();
    private final LongAdder count = new LongAdder();

    Claims(String table, int mostFaults, EntityManager entities) {
        this.table = table;
        this.mostFaults = mostFaults;
        // Rows that are never parked harm no neighbour.
        this.aloneFrom = mostFaults > WorkTable.MOST_FAULTS ? mostFaults : WorkTable.ALONE_FROM;
        this.entities = entities;
    }

    /** Of this node. */
    Number count() {
        return count;
    }

    /** @param shares columns, as constants, and their values */
    List<Lease> claim(List<? extends Map<String, ?>> shares, int most, Term term) {
        var taken = List.<Lease>of();
        try {
            taken = choose(shares, most, term).stream()
                    .map(row -> term.lease(row.id(), row.attempt() + 1, row.alone()))
                    .toList();
            lease(taken, term);
        } finally {
            if (taken.stream().noneMatch(Lease::alone)) {
                alone.ended(term.owner());
            }
        }
        return taken;
    }

    private void lease(List<Lease> taken, Term term) {
        if (!taken.isEmpty()) {
            count.add(taken.size());
            entities.createNativeQuery("UPDATE " + table + LEASED + " WHERE id IN (:ids)")
                    .setParameter("owner", term.owner())
                    .setParameter("until", term.until())
                    .setParameter("ids", taken.stream().map(Lease::work).toList())
                    .executeUpdate();
        }
    }

    /** A row alone and all others take turns, so that neither keeps the other waiting. */
    private List<Row> choose(List<? extends Map<String, ?>> shares, int most, Term term) {
        var any = !alone.othersFirst() && begin(term);
        var chosen = choose(shares, most, term, any);
        if (chosen.isEmpty() && !any && begin(term)) {
            chosen = choose(shares, most, term, true);
        }
        alone.claimed(chosen.stream().anyMatch(Row::alone));
        return chosen;
    }

    private boolean begin(Term term) {
        return alone.begin(term.owner(), term.now(), term.until());
    }

    /** The lease may be of a row alone. */
    void ended(Lease lease) {
        alone.ended(lease.owner());
    }

    /** @param any with rows that are claimed alone: the first that is the oldest of its share, and nothing else */
    private List<Row> choose(List<? extends Map<String, ?>> shares, int most, Term term, boolean any) {
        var chosen = new ArrayList<Row>();
        var waiting = shares.size();
        for (var share : shares) {
            // An equal part of what is left, rounded up.
            var part = (most - chosen.size() + waiting - 1) / waiting--;
            var rows = part > 0 ? due(share, part, term.now(), any ? mostFaults : aloneFrom) : List.<Row>of();
            if (!rows.isEmpty() && rows.get(0).alone()) {
                return List.of(rows.get(0));
            }
            rows.stream().filter(row -> !row.alone()).forEach(chosen::add);
        }
        return chosen;
    }

    List<Map<String, Object>> dueShares(List<String> columns, Instant now) {
        var names = String.join(", ", columns);
        var query = entities.unwrap(Session.class)
                .createNativeQuery(
                        BY_STEPS + "SELECT " + names + " FROM " + table + " WHERE due_at IS NOT NULL GROUP BY " + names
                                + " HAVING MIN(due_at) <= :now",
                        Tuple.class)
                .setParameter("now", now);
        columns.forEach(column -> query.addScalar(column, TYPES.getOrDefault(column, UUID.class)));
        return query.getResultList().stream()
                .map(row -> columns.stream().collect(Collectors.toMap(Function.identity(), row::get)))
                .toList();
    }

    private List<Row> due(Map<String, ?> share, int limit, Instant now, int fewerFaults) {
        var condition = share.keySet().stream()
                .map(column -> " AND " + column + " = :" + column)
                .collect(Collectors.joining());
        // Sorting would lock all rows of the share before the limit applies, and other nodes would find none to claim.
        var index = share.isEmpty() ? "" : " FORCE INDEX (" + table + "_share)";
        var query = entities.unwrap(Session.class)
                .createNativeQuery(
                        "SELECT id, attempt, faults FROM " + table + index + " WHERE due_at <= :now AND " + FREE
                                + " AND faults < " + fewerFaults + condition + " ORDER BY due_at LIMIT " + limit
                                + " FOR UPDATE SKIP LOCKED",
                        Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("attempt", Integer.class)
                .addScalar("faults", Integer.class)
                .setParameter("now", now);
        share.forEach(query::setParameter);
        return query.getResultList().stream()
                .map(row -> new Row((UUID) row[0], (Integer) row[1], (Integer) row[2] >= aloneFrom))
                .toList();
    }

    Optional<Lease> claimOne(UUID work, Term term) {
        var taken = entities.createNativeQuery(
                        "UPDATE " + table + LEASED + " WHERE id = :id AND " + FREE + " AND faults < " + mostFaults)
                .setParameter("owner", term.owner())
                .setParameter("until", term.until())
                .setParameter("id", work)
                .setParameter("now", term.now())
                .executeUpdate();
        count.add(taken);
        return taken == 1 ? Optional.of(term.lease(work, 1, false)) : Optional.empty();
    }
}
