package io.sarf.payouts.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Operators see how far sealing is behind. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class SealingMetricsIT {
    @Inject
    SealingMetrics metrics;

    @Inject
    MeterRegistry meters;

    @Inject
    Journal journal;

    @Inject
    Sealer sealer;

    @Inject
    Applications applications;

    @Inject
    MovableClock clock;

    @Test
    void the_oldest_unsealed_entry_shows_its_age_until_it_is_sealed() {
        sealer.sealAll();
        metrics.measure();
        assertThat(oldest()).isZero();

        var scope = new Scope(applications.add("Acme Trading", clock.instant()).id(), Environment.SANDBOX);
        var subject = new Change.Subject("thing", UUID.randomUUID(), 1);
        QuarkusTransaction.requiringNew()
                .run(() -> journal.record(Change.of(Chain.of(scope), "thing.changed", subject, Actor.SYSTEM)));
        clock.advance(Duration.ofSeconds(7));
        metrics.measure();
        assertThat(oldest()).isEqualTo(7);

        sealer.sealAll();
        metrics.measure();
        assertThat(oldest()).isZero();
    }

    private double oldest() {
        return meters.get("sarf.journal.oldest.unsealed").timeGauge().value(TimeUnit.SECONDS);
    }
}
