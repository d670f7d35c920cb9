package io.sarf.payouts.work;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Locks rows of a work table in the order of the key, so that two transactions cannot deadlock. */
final class RowLocks {
    record Row(@Nullable UUID owner, @Nullable Instant due) {}

    private static final int MOST_AT_ONCE = 1_000;

    /** As the database orders them. */
    private static final Comparator<UUID> KEY_ORDER = Comparator.comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private final String table;
    private final EntityManager entities;

    RowLocks(String table, EntityManager entities) {
        this.table = table;
        this.entities = entities;
    }

    /** The rows that are locked now; without those that are gone or, with {@link Locking#SKIP}, locked by another. */
    Map<UUID, Row> of(Collection<UUID> work, Locking locking) {
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

    static List<List<UUID>> parts(List<UUID> work) {
        var parts = new ArrayList<List<UUID>>();
        for (var from = 0; from < work.size(); from += MOST_AT_ONCE) {
            parts.add(work.subList(from, Math.min(work.size(), from + MOST_AT_ONCE)));
        }
        return parts;
    }
}
