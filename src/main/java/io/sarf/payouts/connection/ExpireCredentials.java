package io.sarf.payouts.connection;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.bank.BankAnswer;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * Believes a bank that turns credentials away: their connection has expired until their owner renews it. Whoever calls a
 * bank in somebody's name tells here what it answered.
 */
@ApplicationScoped
public class ExpireCredentials {
    private final Connections connections;
    private final ConnectionNews news;
    private final Event<CredentialsEvent> events;

    ExpireCredentials(Connections connections, ConnectionNews news, Event<CredentialsEvent> events) {
        this.connections = connections;
        this.news = news;
        this.events = events;
    }

    /**
     * Nothing, unless the bank turned away the credentials that are still the connection's: a late no to those before
     * says nothing of them. Not inside a transaction.
     *
     * @param used the connection as it was when the bank was called
     */
    @Retried
    public void ifRejected(BankConnection used, BankAnswer answer) {
        if (answer.credentialsExpired()) {
            QuarkusTransaction.requiringNew().run(() -> expire(used));
        }
    }

    private void expire(BankConnection used) {
        var scope = used.scope();
        var connection = connections.locked(scope, used.id());
        if (connection.expired(used.credentials())) {
            news.updated(scope, connection, BankConnection.Status.ACTIVE, "expired", Actor.bank(connection.bank()));
            events.fire(new CredentialsEvent.Expired(scope, connection.id()));
        }
    }
}
