package io.sarf.payouts.connection;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.bank.HoldAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Tells the bank which credentials are the default authorizer, so that nobody can use them in its portal any more.
 * Done right after connecting, and again until the bank has heard it; saying it twice changes nothing.
 */
@ApplicationScoped
class HoldCredentials {
    private static final AcrossApplications RIGHT =
            AcrossApplications.because("Whoever connected, the bank must hear of it");

    private final Connections connections;
    private final Banks banks;
    private final Clock clock;

    HoldCredentials(Connections connections, Banks banks, Clock clock) {
        this.connections = connections;
        this.banks = banks;
        this.clock = clock;
    }

    void now(Scope scope, BankConnection connection) {
        if (!connection.defaultAuthorizer()) {
            return;
        }
        banks.find(connection.bank())
                .map(bank -> bank.hold(connections.credentials(connection)))
                .filter(HoldAnswer.Held.class::isInstance)
                .ifPresent(held -> QuarkusTransaction.requiringNew()
                        .run(() -> connections.require(scope, connection.id()).heldByUs(clock.instant())));
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void again() {
        connections.notHeld(RIGHT).forEach(connection -> now(connection.scope(), connection));
    }
}
