package io.sarf.payouts.work;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Claims rows of a work table: {@code id, due_at, lease_owner, lease_until, attempt, faults, fault}. A row without {@code
 * due_at} is idle. Each method runs in the caller's transaction; a claim counts only after its COMMIT has returned.
 *
 * <p>A claim counts as a fault until its outcome is recorded, whatever it was: the work may throw, or end the process. After
 * {@value #MOST_FAULTS} faults in a row nobody claims the row, and it is parked: it has no due time. Making it due again resets its
 * faults. After {@value #ALONE_FROM} it is claimed alone, so that it does not take others with it.
 */
public final class WorkTable {
    /** Claims without an outcome, one after the other, before a row is parked. */
    static final int MOST_FAULTS = 10;

    /** Claims without an outcome, one after the other, after which a row is claimed alone: it may be what fails its batch. */
    static final int ALONE_FROM = 3;

    private static final Logger LOG = Logger.getLogger(WorkTable.class);

    private final String table;
    private final List<String> shares;
    private final EntityManager entities;
    private final RowLocks locks;
    private final Claims claims;
    private final ParkedRows parked;

    /**
     * @param table a constant of the code, never input
     * @param shares columns, as constants: each combination of values gets an equal part of the node's work. The index
     *     {@code <table>_share} has them and {@code due_at}
     */
    public WorkTable(String table, EntityManager entities, String... shares) {
        this(table, entities, MOST_FAULTS, shares);
    }

    private WorkTable(String table, EntityManager entities, int mostFaults, String... shares) {
        this.table = table;
        this.shares = List.of(shares);
        this.entities = entities;
        this.locks = new RowLocks(table, entities);
        this.claims = new Claims(table, mostFaults, entities);
        this.parked = new ParkedRows(table, mostFaults, entities);
    }

    /** Of rows that are never parked: what they stand for goes on, and nothing else would notice that it has stopped. */
    public static WorkTable neverParked(String table, EntityManager entities) {
        return new WorkTable(table, entities, Integer.MAX_VALUE);
    }

    /** @param fault the class of the last exception; null if the process ended instead */
    public record Faulty(UUID work, @Nullable String fault) {}

    /** Rows to be parked, oldest first: they failed too often, and the last lease has ended. Locks nothing. */
    public List<Faulty> faulty(int limit, Instant now) {
        return parked.faulty(limit, now);
    }

    /** False if another node was faster, or somebody made the row due again. */
    public boolean park(UUID work, Instant now) {
        return parked.park(work, now);
    }

    /** Makes a parked row due now, with all its tries; false if it is not parked. */
    public boolean resume(UUID work, Instant now) {
        return parked.resume(work, now);
    }

    /** Those of the rows that are parked. */
    public Set<UUID> parked(Collection<UUID> work) {
        return parked.among(work);
    }

    /** When the row that waits longest became due, or will. Empty if no row is. */
    public Optional<Instant> oldestDue() {
        return parked.oldestDue();
    }

    /** Shares with due rows, as the values of their columns; a single one without columns where work is not shared out. */
    public List<Map<String, Object>> dueShares(Instant now) {
        return shares.isEmpty() ? List.of(Map.of()) : claims.dueShares(shares, now);
    }

    /** Claims of this node since its start. The number goes on. */
    public Number claimed() {
        return claims.count();
    }

    /**
     * Claims up to {@code limit} due rows without a lease, oldest first, or one row alone. Two nodes never get the same row.
     */
    public List<Lease> claim(int limit, UUID owner, Instant now, Duration length) {
        return claims.claim(List.of(Map.of()), limit, new Claims.Term(owner, now, length));
    }

    /**
     * Claims up to {@code most} due rows, an equal part of them from each share, so that a crowded one does not delay the
     * others. What a share does not use up goes to those after it. Or claims one row alone.
     *
     * @param of values of the columns of shares
     */
    public List<Lease> claim(List<? extends Map<String, ?>> of, int most, UUID owner, Instant now, Duration length) {
        return claims.claim(of, most, new Claims.Term(owner, now, length));
    }

    /** Claims one row, due or not, unless another owner has a lease. */
    public Optional<Lease> claimOne(UUID work, UUID owner, Instant now, Duration length) {
        return claims.claimOne(work, new Claims.Term(owner, now, length));
    }

    /** Ends the lease. The row is due again at {@code due}, or idle if null; false if the lease was lost. */
    public boolean release(Lease lease, @Nullable Instant due) {
        claims.ended(lease);
        return entities.createNativeQuery("UPDATE " + table
                                + " SET due_at = :due, lease_owner = NULL, lease_until = NULL, faults = 0, fault = NULL"
                                + " WHERE id = :id AND lease_owner = :owner")
                        .setParameter("due", due)
                        .setParameter("id", lease.work())
                        .setParameter("owner", lease.owner())
                        .executeUpdate()
                == 1;
    }

    /**
     * Stores what went wrong, in a transaction of its own. Keeps the lease: a call may still be under way. Throws
     * nothing.
     */
    public void failed(Lease lease, Throwable fault) {
        claims.ended(lease);
        try {
            QuarkusTransaction.requiringNew().run(() -> parked.failed(lease, fault));
        } catch (RuntimeException e) {
            LOG.debugf(e, "The fault of %s %s is not stored", table, lease.work());
        }
    }

    /** How a lease ends. */
    public record Release(Lease lease, @Nullable Instant due, boolean progress) {}

    /** Ends several leases. Those lost since stay as they are. */
    public void release(List<Release> releases) {
        if (releases.isEmpty()) {
            return;
        }
        releases.forEach(one -> claims.ended(one.lease()));
        entities.unwrap(Session.class).doWork(connection -> {
            try (var update = connection.prepareStatement("UPDATE " + table
                    + " SET due_at = ?, attempt = IF(?, 0, attempt), lease_owner = NULL, lease_until = NULL,"
                    + " faults = 0, fault = NULL"
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
        return !owned(List.of(lease), Locking.WAIT).due().isEmpty();
    }

    /** Locks the rows of these leases until the transaction ends. */
    public Owned owned(List<Lease> leases, Locking locking) {
        var rows = locks.of(leases.stream().map(Lease::work).toList(), locking);
        return new Owned(owned(leases, rows), skipped(leases, rows));
    }

    private static List<Lease> skipped(List<Lease> leases, Map<UUID, RowLocks.Row> rows) {
        return leases.stream().filter(lease -> !rows.containsKey(lease.work())).toList();
    }

    private static List<Lease> owned(List<Lease> leases, Map<UUID, RowLocks.Row> rows) {
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
        var rows = locks.of(leases.stream().map(Lease::work).toList(), locking);
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

    public void lock(Collection<UUID> work) {
        locks.of(work, Locking.WAIT);
    }

    /** Makes rows due at that time, or idle if null, with all their tries. */
    public void wake(List<UUID> work, @Nullable Instant due) {
        for (var part : RowLocks.parts(work)) {
            var update = entities.createNativeQuery(
                            "UPDATE " + table + " SET due_at = " + (due == null ? "NULL" : ":due")
                                    + ", attempt = 0, faults = 0, fault = NULL WHERE id IN (:ids)")
                    .setParameter("ids", part);
            (due == null ? update : update.setParameter("due", due)).executeUpdate();
        }
    }

    public void wake(UUID work, Instant due) {
        wake(List.of(work), due);
    }
}
