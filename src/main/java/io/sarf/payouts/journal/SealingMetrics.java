package io.sarf.payouts.journal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Measures how far sealing is behind. Until an entry is sealed, no webhook, mail or bulk payment follows it. */
@AcrossApplications("The sealing of all chains is measured together")
@Singleton
class SealingMetrics {
    private static final Logger LOG = Logger.getLogger(SealingMetrics.class);

    private final Chains chains;
    private final Clock clock;

    /** Milliseconds; null while it is not known. */
    private volatile @Nullable Long oldest;

    SealingMetrics(Chains chains, MeterRegistry meters, Clock clock) {
        this.chains = chains;
        this.clock = clock;
        TimeGauge.builder("sarf.journal.oldest.unsealed", () -> oldest, TimeUnit.MILLISECONDS)
                .description("Age of the oldest entry that is not sealed, on any node")
                .register(meters);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        try {
            oldest = QuarkusTransaction.requiringNew()
                    .call(chains::oldestUnsealed)
                    .map(at -> Math.max(0, Duration.between(at, clock.instant()).toMillis()))
                    .orElse(0L);
        } catch (RuntimeException e) {
            LOG.debug("The journal is measured later", e);
            oldest = null;
        }
    }
}
