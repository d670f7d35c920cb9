package io.sarf.payouts.work;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Claims rows of a work table: {@code id, due_at, lease_owner, lease_until, attempt}. A row without {@code due_at} is
 * idle. Each method runs in the caller's transaction; a claim counts only after its COMMIT has returned.
 */
public final class WorkTable {
    private static final int MOST_AT_ONCE = 1_000;

    /** As the database orders them. */
    private static final Comparator<UUID> KEY_ORDER = Comparator.comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private final String table;
    private final EntityManager entities;

    /** @param table a constant of the code, never input */
    public WorkTable(String table, EntityManager entities) {
        this.table = table;
        this.entities = entities;
    }

    /** Claims up to {@code limit} due rows without a lease, oldest first. Two nodes never get the same row. */
    public List<Lease> claim(int limit, UUID owner, Instant now, Duration length) {
        return lease(due("", query -> {}, limit, now), owner, now.plus(length));
    }

    /**
     * Claims within one share of the work, so that a crowded share does not delay the others. Column names are
     * constants.
     */
    public List<Lease> claim(Map<String, ?> share, int limit, UUID owner, Instant now, Duration length) {
        var condition = share.keySet().stream()
                .map(column -> " AND " + column + " = :" + column)
                .collect(Collectors.joining());
        return lease(due(condition, query -> share.forEach(query::setParameter), limit, now), owner, now.plus(length));
    }

    private List<Lease> lease(List<Object[]> rows, UUID owner, Instant until) {
        var leases = rows.stream()
                .map(row -> new Lease((UUID) row[0], owner, until, ((Number) row[1]).intValue() + 1))
                .toList();
        if (!leases.isEmpty()) {
            entities.createNativeQuery("UPDATE " + table
                            + " SET lease_owner = :owner, lease_until = :until, attempt = attempt + 1"
                            + " WHERE id IN (:ids)")
                    .setParameter("owner", owner)
                    .setParameter("until", until)
                    .setParameter("ids", leases.stream().map(Lease::work).toList())
                    .executeUpdate();
        }
        return leases;
    }

    /** Claims one row, due or not, unless another owner has a lease. */
    public Optional<Lease> claimOne(UUID work, UUID owner, Instant now, Duration length) {
        var until = now.plus(length);
        var taken = entities.createNativeQuery("UPDATE " + table
                        + " SET lease_owner = :owner, lease_until = :until, attempt = attempt + 1"
                        + " WHERE id = :id AND (lease_until IS NULL OR lease_until < :now)")
                .setParameter("owner", owner)
                .setParameter("until", until)
                .setParameter("id", work)
                .setParameter("now", now)
                .executeUpdate();
        return taken == 1 ? Optional.of(new Lease(work, owner, until, 1)) : Optional.empty();
    }

    private List<Object[]> due(String condition, Consumer<Query> parameters, int limit, Instant now) {
        var query = entities.unwrap(Session.class)
                .createNativeQuery(
                        "SELECT id, attempt FROM " + table
                                + " WHERE due_at <= :now AND (lease_until IS NULL OR lease_until < :now)" + condition
                                + " ORDER BY due_at LIMIT " + limit + " FOR UPDATE SKIP LOCKED",
                        Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("attempt", Integer.class)
                .setParameter("now", now);
        parameters.accept(query);
        return query.getResultList();
    }

    /** Ends the lease. The row is due again at {@code due}, or idle if null; false if the lease was lost. */
    public boolean release(Lease lease, @Nullable Instant due) {
        return entities.createNativeQuery("UPDATE " + table
                                + " SET due_at = :due, lease_owner = NULL, lease_until = NULL"
                                + " WHERE id = :id AND lease_owner = :owner")
                        .setParameter("due", due)
                        .setParameter("id", lease.work())
                        .setParameter("owner", lease.owner())
                        .executeUpdate()
                == 1;
    }

    /** How a lease ends. */
    public record Release(Lease lease, @Nullable Instant due, boolean progress) {}

    /** Ends several leases. Those lost since stay as they are. */
    public void release(List<Release> releases) {
        if (releases.isEmpty()) {
            return;
        }
        entities.unwrap(Session.class).doWork(connection -> {
            try (var update = connection.prepareStatement("UPDATE " + table
                    + " SET due_at = ?, attempt = IF(?, 0, attempt), lease_owner = NULL, lease_until = NULL"
                    + " WHERE id = ? AND lease_owner = ?")) {
                for (var one : releases) {
                    var due = one.due();
                    update.setObject(1, due == null ? null : LocalDateTime.ofInstant(due, ZoneOffset.UTC));
                    update.setBoolean(2, one.progress());
                    update.setObject(3, one.lease().work());
                    update.setObject(4, one.lease().owner());
                    update.addBatch();
                }
                update.executeBatch();
            }
        });
    }

    /** Locks the row until the transaction ends; false if the lease was lost and nothing may be recorded. */
    public boolean owns(Lease lease) {
        return !entities.createNativeQuery(
                        "SELECT 1 FROM " + table + " WHERE id = :id AND lease_owner = :owner FOR UPDATE")
                .setParameter("id", lease.work())
                .setParameter("owner", lease.owner())
                .getResultList()
                .isEmpty();
    }

    /** Locks the rows of these leases until the transaction ends. */
    public Owned owned(List<Lease> leases, Locking locking) {
        var rows = locked(leases.stream().map(Lease::work).toList(), locking);
        return new Owned(owned(leases, rows), skipped(leases, rows));
    }

    private static List<Lease> skipped(List<Lease> leases, Map<UUID, Row> rows) {
        return leases.stream().filter(lease -> !rows.containsKey(lease.work())).toList();
    }

    private static List<Lease> owned(List<Lease> leases, Map<UUID, Row> rows) {
        return leases.stream()
                .filter(lease -> Optional.ofNullable(rows.get(lease.work()))
                        .filter(row -> lease.owner().equals(row.owner()))
                        .isPresent())
                .toList();
    }

    /**
     * @param due leases that hold and whose rows are locked now
     * @param skipped leases of rows that another transaction has locked, or that are gone
     */
    public record Owned(List<Lease> due, List<Lease> skipped) {}

    /** Like {@link #owned}, without rows that were postponed since the claim. These leases end: the later decision wins. */
    public Owned ownedAndDue(List<Lease> leases, Instant now, Locking locking) {
        var rows = locked(leases.stream().map(Lease::work).toList(), locking);
        var due = new ArrayList<Lease>();
        var postponed = new ArrayList<Release>();
        for (var lease : owned(leases, rows)) {
            var at = Objects.requireNonNull(rows.get(lease.work())).due();
            if (at != null && at.isAfter(now)) {
                postponed.add(new Release(lease, at, false));
            } else {
                due.add(lease);
            }
        }
        release(postponed);
        return new Owned(due, skipped(leases, rows));
    }

    private record Row(@Nullable UUID owner, @Nullable Instant due) {}

    /** Locks in the order of the key, so that two transactions cannot deadlock. */
    private Map<UUID, Row> locked(Collection<UUID> work, Locking locking) {
        var rows = new HashMap<UUID, Row>();
        for (var part : parts(work.stream().sorted(KEY_ORDER).toList())) {
            entities.unwrap(Session.class)
                    .createNativeQuery(
                            "SELECT id, lease_owner, due_at FROM " + table + " WHERE id IN (:ids) ORDER BY id "
                                    + locking.clause(),
                            Object[].class)
                    .addScalar("id", UUID.class)
                    .addScalar("lease_owner", UUID.class)
                    .addScalar("due_at", Instant.class)
                    .setParameter("ids", part)
                    .getResultList()
                    .forEach(row -> rows.put((UUID) row[0], new Row((UUID) row[1], (Instant) row[2])));
        }
        return rows;
    }

    public void lock(Collection<UUID> work) {
        locked(work, Locking.WAIT);
    }

    public void wake(List<UUID> work, Instant due) {
        for (var part : parts(work)) {
            entities.createNativeQuery("UPDATE " + table + " SET due_at = :due, attempt = 0 WHERE id IN (:ids)")
                    .setParameter("due", due)
                    .setParameter("ids", part)
                    .executeUpdate();
        }
    }

    private static List<List<UUID>> parts(List<UUID> work) {
        var parts = new ArrayList<List<UUID>>();
        for (var from = 0; from < work.size(); from += MOST_AT_ONCE) {
            parts.add(work.subList(from, Math.min(work.size(), from + MOST_AT_ONCE)));
        }
        return parts;
    }

    public void wake(UUID work, Instant due) {
        entities.createNativeQuery("UPDATE " + table + " SET due_at = :due, attempt = 0 WHERE id = :id")
                .setParameter("due", due)
                .setParameter("id", work)
                .executeUpdate();
    }
}
