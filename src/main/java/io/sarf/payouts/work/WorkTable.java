package io.sarf.payouts.work;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        var leases = new ArrayList<Lease>();
        for (var row : rows) {
            var work = (UUID) row[0];
            entities.createNativeQuery("UPDATE " + table
                            + " SET lease_owner = :owner, lease_until = :until, attempt = attempt + 1 WHERE id = :id")
                    .setParameter("owner", owner)
                    .setParameter("until", until)
                    .setParameter("id", work)
                    .executeUpdate();
            leases.add(new Lease(work, owner, until, ((Number) row[1]).intValue() + 1));
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

    /** Like {@link #release}, but resets the attempts. */
    public boolean progressed(Lease lease, @Nullable Instant due) {
        entities.createNativeQuery("UPDATE " + table + " SET attempt = 0 WHERE id = :id AND lease_owner = :owner")
                .setParameter("id", lease.work())
                .setParameter("owner", lease.owner())
                .executeUpdate();
        return release(lease, due);
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

    /** Ends the lease, without other changes, if the row was postponed since the claim: the later decision wins. */
    public boolean putOff(Lease lease, Instant now) {
        return entities.createNativeQuery("UPDATE " + table + " SET lease_owner = NULL, lease_until = NULL"
                                + " WHERE id = :id AND lease_owner = :owner AND due_at > :now")
                        .setParameter("id", lease.work())
                        .setParameter("owner", lease.owner())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    public void lock(UUID work) {
        entities.createNativeQuery("SELECT 1 FROM " + table + " WHERE id = :id FOR UPDATE")
                .setParameter("id", work)
                .getResultList();
    }

    public void wake(List<UUID> work, Instant due) {
        for (var from = 0; from < work.size(); from += MOST_AT_ONCE) {
            entities.createNativeQuery("UPDATE " + table + " SET due_at = :due, attempt = 0 WHERE id IN (:ids)")
                    .setParameter("due", due)
                    .setParameter("ids", work.subList(from, Math.min(work.size(), from + MOST_AT_ONCE)))
                    .executeUpdate();
        }
    }

    public void wake(UUID work, Instant due) {
        entities.createNativeQuery("UPDATE " + table + " SET due_at = :due, attempt = 0 WHERE id = :id")
                .setParameter("due", due)
                .setParameter("id", work)
                .executeUpdate();
    }
}
