package io.sarf.payouts.connection;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;

@ApplicationScoped
public class RemoveConnection {
    private final Connections connections;
    private final ReserveCredentials reserve;
    private final Journal journal;
    private final Event<CredentialsEvent> events;
    private final Clock clock;

    RemoveConnection(
            Connections connections,
            ReserveCredentials reserve,
            Journal journal,
            Event<CredentialsEvent> events,
            Clock clock) {
        this.connections = connections;
        this.reserve = reserve;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** The removal is committed when this returns, even if the bank could not be reached. Not inside a transaction. */
    public void remove(Scope scope, ConnectionId id, String reason, Actor by) {
        var removed = QuarkusTransaction.requiringNew().call(() -> {
            var connection = connections.locked(scope, id);
            if (connection.status() != BankConnection.Status.REMOVED) {
                connection.removed(clock.instant());
                journal.record(Change.of(
                                Chain.of(scope),
                                "connection.removed",
                                new Change.Subject("connection", id.value(), connection.version() + 1),
                                by)
                        .with("bank", connection.bank())
                        .with("bank_user", connection.bankUserName())
                        .with("reason", reason));
                events.fire(new CredentialsEvent.Removed(scope, id));
            }
            return connection;
        });
        reserve.end(scope, removed);
    }
}
