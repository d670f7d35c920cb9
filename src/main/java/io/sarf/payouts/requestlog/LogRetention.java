package io.sarf.payouts.requestlog;

import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Lets go of calls after seven days, a batch at a time. */
@Singleton
public class LogRetention {
    public static final Duration KEPT = Duration.ofDays(7);
    private static final int AT_ONCE = 1_000;
    private static final AcrossApplications RIGHT =
            AcrossApplications.because("Old calls of all applications are deleted");

    private final LoggedCalls calls;
    private final Clock clock;

    LogRetention(LoggedCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        var limit = clock.instant().minus(KEPT);
        var deleted = AT_ONCE;
        while (deleted == AT_ONCE) {
            deleted = calls.deleteOlder(RIGHT, limit, AT_ONCE);
        }
    }
}
