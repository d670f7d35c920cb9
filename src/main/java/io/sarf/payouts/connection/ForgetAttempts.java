package io.sarf.payouts.connection;

import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import jakarta.enterprise.context.ApplicationScoped;

/** Sealed or not, credentials that came to nothing are not kept. */
@ApplicationScoped
class ForgetAttempts {
    private static final AcrossApplications RIGHT =
            AcrossApplications.because("Attempts of all applications expire, and nobody comes back for them");

    private final ConnectionAttempts attempts;

    ForgetAttempts(ConnectionAttempts attempts) {
        this.attempts = attempts;
    }

    @Scheduled(every = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        attempts.forgetExpired(RIGHT);
    }
}
