package io.sarf.payouts.work;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.hibernate.Session;

/**
 * Rows of a work table that nobody claims any more: {@value WorkTable#MOST_FAULTS} claims in a row had no outcome. A parked row
 * has no due time. Making it due again resets its faults. Each method runs in the caller's transaction.
 */
final class ParkedRows {
    private static final int FAULT_LENGTH = 100;

    private final String table;
    private final int mostFaults;
    private final EntityManager entities;

    ParkedRows(String table, int mostFaults, EntityManager entities) {
        this.table = table;
        this.mostFaults = mostFaults;
        this.entities = entities;
    }

    List<WorkTable.Faulty> faulty(int limit, Instant now) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(
                        "SELECT id, fault FROM " + table + " WHERE due_at <= :now AND faults >= "
                                + mostFaults + " AND (lease_until IS NULL OR lease_until < :now)"
                                + " ORDER BY due_at LIMIT " + limit,
                        Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("fault", String.class)
                .setParameter("now", now)
                .getResultList()
                .stream()
                .map(row -> new WorkTable.Faulty((UUID) row[0], (String) row[1]))
                .toList();
    }

    boolean park(UUID work, Instant now) {
        return entities.createNativeQuery("UPDATE " + table
                                + " SET due_at = NULL, lease_owner = NULL, lease_until = NULL WHERE id = :id"
                                + " AND due_at <= :now AND faults >= " + mostFaults
                                + " AND (lease_until IS NULL OR lease_until < :now)")
                        .setParameter("id", work)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    boolean resume(UUID work, Instant now) {
        return entities.createNativeQuery("UPDATE " + table
                                + " SET due_at = :now, faults = 0, fault = NULL"
                                + " WHERE id = :id AND due_at IS NULL AND faults >= " + mostFaults)
                        .setParameter("id", work)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    Set<UUID> among(Collection<UUID> work) {
        return work.isEmpty()
                ? Set.of()
                : Set.copyOf(entities.unwrap(Session.class)
                        .createNativeQuery(
                                "SELECT id FROM " + table + " WHERE id IN (:ids) AND due_at IS NULL AND faults >= "
                                        + mostFaults,
                                UUID.class)
                        .setParameter("ids", work)
                        .getResultList());
    }

    Optional<Instant> oldestDue() {
        return Optional.ofNullable(entities.unwrap(Session.class)
                .createNativeQuery("SELECT MIN(due_at) AS due FROM " + table, Instant.class)
                .addScalar("due", Instant.class)
                .getSingleResult());
    }

    void failed(Lease lease, Throwable fault) {
        var cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        var name = cause.getClass().getSimpleName();
        entities.createNativeQuery("UPDATE " + table + " SET fault = :fault WHERE id = :id AND lease_owner = :owner")
                .setParameter("fault", name.substring(0, Math.min(name.length(), FAULT_LENGTH)))
                .setParameter("id", lease.work())
                .setParameter("owner", lease.owner())
                .executeUpdate();
    }
}
