package io.sarf.payouts.dispatch;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.work.Lease;
import io.sarf.payouts.work.WorkTable;
import io.sarf.payouts.workqueue.WorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The position in each bank's feed of changes. Each method is one short transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class ChangeCursors implements WorkQueue {
    /** @param cursor after the last applied change; empty at the beginning */
    record ChangeCursor(Lease lease, String bank, String cursor) {}

    /** Longer than one call and a page of changes take. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final EntityManager entities;
    private final WorkTable table;
    private final Ids ids;
    private final Clock clock;

    ChangeCursors(EntityManager entities, Ids ids, Clock clock) {
        this.entities = entities;
        this.table = WorkTable.neverParked("bank_watch", entities);
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Name name() {
        return Name.BANK_CHANGES;
    }

    @Override
    public WorkTable table() {
        return table;
    }

    @Override
    @AcrossApplications
    public Optional<About> about(UUID work) {
        return Optional.empty();
    }

    /** Does nothing if the bank is already watched. */
    @AcrossApplications
    void begin(String bank) {
        entities.createNativeQuery("INSERT IGNORE INTO bank_watch (id, bank, changes_cursor, due_at, attempt)"
                        + " VALUES (:id, :bank, '', :now, 0)")
                .setParameter("id", ids.next())
                .setParameter("bank", bank)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @AcrossApplications
    List<ChangeCursor> claim(int limit) {
        return table.claim(limit, ids.next(), clock.instant(), LEASE).stream()
                .map(lease -> {
                    var row = (Object[])
                            entities.createNativeQuery("SELECT bank, changes_cursor FROM bank_watch WHERE id = :id")
                                    .setParameter("id", lease.work())
                                    .getSingleResult();
                    return new ChangeCursor(lease, (String) row[0], (String) row[1]);
                })
                .toList();
    }

    /** Moves past the applied changes; next poll at {@code due}. Does nothing if another node owns the lease. */
    @AcrossApplications
    void advance(ChangeCursor cursor, String next, Instant due) {
        if (!table.owns(cursor.lease())) {
            return;
        }
        entities.createNativeQuery("UPDATE bank_watch SET changes_cursor = :cursor WHERE id = :id")
                .setParameter("cursor", next)
                .setParameter("id", cursor.lease().work())
                .executeUpdate();
        table.release(List.of(new WorkTable.Release(cursor.lease(), due, true)));
    }

    @AcrossApplications
    void later(ChangeCursor cursor, Instant due) {
        table.release(cursor.lease(), due);
    }
}
