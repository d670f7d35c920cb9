package io.sarf.payouts.connection;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.bank.ReserveAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Reserves the default authorizer's credentials, so that the bank's portal refuses them; repeated until confirmed. */
@AcrossApplications("Credentials of all applications are reserved and released at their banks")
@ApplicationScoped
class ReserveCredentials {
    private static final Logger LOG = Logger.getLogger(ReserveCredentials.class);

    /** How long credentials of a removed connection are stored, for orders that are being cancelled. */
    private static final Duration RETENTION = Duration.ofDays(1);

    private final Connections connections;
    private final Banks banks;
    private final ExpireCredentials expire;
    private final Clock clock;

    ReserveCredentials(Connections connections, Banks banks, ExpireCredentials expire, Clock clock) {
        this.connections = connections;
        this.banks = banks;
        this.expire = expire;
        this.clock = clock;
    }

    void now(Scope scope, BankConnection connection) {
        if (!connection.defaultAuthorizer()) {
            return;
        }
        banks.find(connection.bank())
                .map(bank -> bank.reserve(connections.credentials(connection)))
                .ifPresent(answer -> answered(scope, connection, answer));
    }

    private void answered(Scope scope, BankConnection connection, ReserveAnswer answer) {
        if (answer instanceof ReserveAnswer.Reserved) {
            QuarkusTransaction.requiringNew().run(() -> reserved(scope, connection));
        } else if (answer instanceof ReserveAnswer.Refused refused) {
            LOG.warnf("The bank does not hold the credentials of %s: %s", connection.id(), refused.code());
        }
        // An expired connection is not reserved again before it is renewed.
        expire.ifRejected(connection, answer);
    }

    /** A default authorizer that changed meanwhile may have been released: it stays unmarked and is reserved again. */
    private void reserved(Scope scope, BankConnection asked) {
        var connection = connections.locked(scope, asked.id());
        if (!connection.defaultAuthorizer() || connection.version() == asked.version()) {
            connection.reservedByUs(clock.instant());
        }
    }

    void end(Scope scope, BankConnection connection) {
        if (connection.reserved() && !connection.defaultAuthorizer()) {
            banks.find(connection.bank())
                    .map(bank -> bank.release(connection.bankUser()))
                    .filter(released -> released)
                    .ifPresent(released -> QuarkusTransaction.requiringNew()
                            .run(() ->
                                    connections.locked(scope, connection.id()).reservedByUs(null)));
        }
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void clean() {
        var limit = clock.instant().minus(RETENTION);
        forEach(connections.leftOver(limit), connection -> {
            end(connection.scope(), connection);
            QuarkusTransaction.requiringNew().run(() -> {
                var removed = connections.require(connection.scope(), connection.id());
                if (removed.removedBefore(limit)) {
                    removed.forgetCredentials();
                }
            });
        });
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void again() {
        forEach(connections.notReserved(), connection -> now(connection.scope(), connection));
    }

    /** One that fails does not hold back the others. */
    private static void forEach(List<BankConnection> some, Consumer<BankConnection> work) {
        for (var connection : some) {
            try {
                work.accept(connection);
            } catch (RuntimeException e) {
                LOG.errorf(e, "The credentials of %s are reserved or released later", connection.id());
            }
        }
    }
}
