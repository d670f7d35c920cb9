package io.sarf.payouts.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Lets go of keys after 90 days, a batch at a time. */
@ApplicationScoped
public class KeptAnswersRetention {
    public static final Duration KEPT = Duration.ofDays(90);
    private static final int AT_ONCE = 1_000;
    private static final AcrossApplications RIGHT =
            AcrossApplications.because("Old idempotency keys of all applications are deleted");

    private final IdempotencyKeys kept;
    private final Clock clock;

    KeptAnswersRetention(IdempotencyKeys kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        var limit = clock.instant().minus(KEPT);
        var deleted = AT_ONCE;
        while (deleted == AT_ONCE) {
            deleted = QuarkusTransaction.requiringNew().call(() -> kept.forget(RIGHT, limit, AT_ONCE));
        }
    }
}
