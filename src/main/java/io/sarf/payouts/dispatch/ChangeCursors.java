package io.sarf.payouts.dispatch;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.work.Lease;
import io.sarf.payouts.work.WorkTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How far each bank's changes were heard. Each method is one short transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class ChangeCursors {
    /** @param cursor behind what was heard so far; empty at the beginning */
    record Watch(Lease lease, String bank, String cursor) {}

    /** Longer than one call and a page of changes take. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final EntityManager entities;
    private final WorkTable table;
    private final Ids ids;
    private final Clock clock;

    ChangeCursors(EntityManager entities, Ids ids, Clock clock) {
        this.entities = entities;
        this.table = new WorkTable("bank_watch", entities);
        this.ids = ids;
        this.clock = clock;
    }

    /** Begins to watch a bank, unless somebody does already. */
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
    List<Watch> claim(int limit) {
        return table.claim(limit, ids.next(), clock.instant(), LEASE).stream()
                .map(lease -> {
                    var row = (Object[])
                            entities.createNativeQuery("SELECT bank, changes_cursor FROM bank_watch WHERE id = :id")
                                    .setParameter("id", lease.work())
                                    .getSingleResult();
                    return new Watch(lease, (String) row[0], (String) row[1]);
                })
                .toList();
    }

    /** Everything before {@code cursor} was heard; look again at {@code due}. Nothing when somebody else has taken over. */
    @AcrossApplications
    void advance(Watch watch, String cursor, Instant due) {
        if (!table.owns(watch.lease())) {
            return;
        }
        entities.createNativeQuery("UPDATE bank_watch SET changes_cursor = :cursor WHERE id = :id")
                .setParameter("cursor", cursor)
                .setParameter("id", watch.lease().work())
                .executeUpdate();
        table.progressed(watch.lease(), due);
    }

    /** Nothing new, or no answer. */
    @AcrossApplications
    void later(Watch watch, Instant due) {
        table.release(watch.lease(), due);
    }
}
