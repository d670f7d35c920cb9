package io.sarf.testing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.sarf.sandboxbank.MovableClock;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** The one clock, in the hand of the test. */
@Alternative
@Dependent
class StandingTime {
    @Produces
    @Singleton
    MovableClock clock() {
        return new MovableClock();
    }

    /** Keys that were made while time was what it is are keys of a future here, and nobody could sign. */
    void start(@Observes StartupEvent started, EntityManager entities, MovableClock clock) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("UPDATE signing_key SET published_at = :now, active_from = :now"
                                + " WHERE active_from > :now")
                        .setParameter("now", clock.instant())
                        .executeUpdate());
    }
}
