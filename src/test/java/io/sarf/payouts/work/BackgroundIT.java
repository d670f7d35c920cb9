package io.sarf.payouts.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.testing.ByHand;
import io.sarf.testing.Eventually;
import io.sarf.testing.StackResource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Work that nobody waits for leaves connections for whoever waits for an answer. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class BackgroundIT {
    @ApplicationScoped
    static class Work {
        private final EntityManager entities;
        private final AtomicInteger inside = new AtomicInteger();

        Work(EntityManager entities) {
            this.entities = entities;
        }

        @Background
        @Transactional(Transactional.TxType.REQUIRES_NEW)
        void stand(CountDownLatch until) throws InterruptedException {
            entities.createNativeQuery("SELECT 1").getSingleResult();
            inside.incrementAndGet();
            until.await();
        }

        int inside() {
            return inside.get();
        }
    }

    @Inject
    Work work;

    @Inject
    EntityManager entities;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    @Test
    void however_much_there_is_to_do_half_of_the_connections_stay_free_for_answers() throws Exception {
        var end = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(2 * connections);
        try {
            for (var i = 0; i < 2 * connections; i++) {
                threads.submit(() -> {
                    work.stand(end);
                    return null;
                });
            }
            Eventually.get(
                    "background work in half of the connections",
                    () -> work.inside() == connections / 2 ? Optional.of(true) : Optional.empty());

            for (var i = 0; i < 50; i++) {
                assertThat(QuarkusTransaction.requiringNew()
                                .call(() -> entities.createNativeQuery("SELECT 1", Integer.class)
                                        .getSingleResult()))
                        .isEqualTo(1);
            }
            assertThat(work.inside()).isEqualTo(connections / 2);
        } finally {
            end.countDown();
            threads.shutdown();
        }
        Eventually.get(
                "end of all the work", () -> work.inside() == 2 * connections ? Optional.of(true) : Optional.empty());
    }
}
