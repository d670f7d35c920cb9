package io.sarf.payouts.work;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Deletes expired rows in batches. A failure for one kind of rows does not stop the others. */
@ApplicationScoped
class DeleteOldRows {
    private static final Logger LOG = Logger.getLogger(DeleteOldRows.class);

    private final List<Retention> retentions;

    DeleteOldRows(@All List<Retention> retentions) {
        this.retentions = retentions;
    }

    @Scheduled(every = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        retentions.forEach(DeleteOldRows::delete);
    }

    private static void delete(Retention retention) {
        try {
            while (retention.deleteBatch()) {
                LOG.debugf("%s has more old rows", retention.table());
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "Old rows of %s are deleted the next time", retention.table());
        }
    }
}
