package io.sarf.payouts.webhook;

import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Lets go of what is not needed any more: old deliveries, and secrets whose overlap is over. */
@ApplicationScoped
public class Retention {
    /** 90 days for resending, after the three days an event may take until it counts as failed. */
    public static final Duration KEPT = Duration.ofDays(93);

    private static final int AT_ONCE = 1_000;

    @ApplicationScoped
    static class Old {
        private final EntityManager entities;
        private final Clock clock;

        Old(EntityManager entities, Clock clock) {
            this.entities = entities;
            this.clock = clock;
        }

        /** Deletes one batch with its attempts; false when nothing is left. */
        @Transactional
        boolean deleteDeliveries(AcrossApplications right) {
            return entities.createNativeQuery("DELETE FROM webhook_delivery WHERE created_at < :limit LIMIT " + AT_ONCE)
                            .setParameter("limit", clock.instant().minus(KEPT))
                            .executeUpdate()
                    > 0;
        }

        @Transactional
        void deletePreviousSecrets(AcrossApplications right) {
            entities.createNativeQuery("UPDATE webhook_endpoint SET previous_secret = NULL,"
                            + " previous_secret_key = NULL, overlap_until = NULL"
                            + " WHERE overlap_until < :now")
                    .setParameter("now", clock.instant())
                    .executeUpdate();
        }
    }

    private static final AcrossApplications RIGHT =
            AcrossApplications.because("Old deliveries of all applications are deleted");

    private final Old old;

    Retention(Old old) {
        this.old = old;
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        old.deletePreviousSecrets(RIGHT);
        var more = true;
        while (more) {
            more = old.deleteDeliveries(RIGHT);
        }
    }
}
