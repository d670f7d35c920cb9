package io.sarf.payouts.connection;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.bank.BankAnswer;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Each call with a person's credentials reports its answer here. */
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

    /** A rejection of credentials that were replaced since is outdated, and ignored. Not inside a transaction. */
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
