package io.sarf.payouts.webhook;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.work.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Deletes old deliveries with their attempts, and previous secrets whose overlap has ended. */
@ApplicationScoped
class DeliveryRetention implements Retention {
    /** 90 days for resending, after the three days until an event counts as failed. */
    private static final Duration LIFE = Duration.ofDays(93);

    private final EntityManager entities;
    private final Clock clock;

    DeliveryRetention(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public String table() {
        return "webhook_delivery";
    }

    @Override
    public Duration life() {
        return LIFE;
    }

    @Override
    @AcrossApplications
    @Transactional
    public boolean deleteBatch() {
        var deleted = entities.createNativeQuery(
                        "DELETE FROM webhook_delivery WHERE created_at < :limit LIMIT " + BATCH)
                .setParameter("limit", clock.instant().minus(LIFE))
                .executeUpdate();
        if (deleted == BATCH) {
            return true;
        }
        entities.createNativeQuery("UPDATE webhook_endpoint SET previous_secret = NULL,"
                        + " previous_secret_key = NULL, overlap_until = NULL WHERE overlap_until < :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
        return false;
    }
}
