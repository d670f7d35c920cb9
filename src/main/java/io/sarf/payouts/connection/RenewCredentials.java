package io.sarf.payouts.connection;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.bank.ConnectAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.connection.ConnectBank.Step;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

/** Only the credentials change; the connection and its accounts stay the same. */
@ApplicationScoped
class RenewCredentials {
    private final Banks banks;
    private final Connections connections;
    private final SourceAccounts accounts;
    private final ConnectionAttempts attempts;
    private final ReserveCredentials reserve;
    private final ConnectionNews news;
    private final Event<CredentialsEvent> events;

    RenewCredentials(
            Banks banks,
            Connections connections,
            SourceAccounts accounts,
            ConnectionAttempts attempts,
            ReserveCredentials reserve,
            ConnectionNews news,
            Event<CredentialsEvent> events) {
        this.banks = banks;
        this.connections = connections;
        this.accounts = accounts;
        this.attempts = attempts;
        this.reserve = reserve;
        this.news = news;
        this.events = events;
    }

    /**
     * The second step is {@link ConnectBank#answer}. Not inside a transaction.
     *
     * @throws Refused if another person connected it
     */
    Step begin(Scope scope, Person person, ConnectionId id, Credentials credentials) {
        var connection = own(scope, person, connections.requireLive(scope, id));
        if (!connection.expired()) {
            // Renewed already, perhaps because the form was sent twice: the bank is not asked.
            return new Step.Renewed(connection);
        }
        var bank = banks.find(connection.bank()).orElseThrow(() -> new Missing("bank"));
        var answer = bank.connect(credentials);
        if (answer instanceof ConnectAnswer.OtpNeeded needed) {
            return new Step.OtpNeeded(attempts.open(scope, person, connection, credentials, needed));
        }
        return finish(scope, person, id, credentials, answer);
    }

    Step finish(Scope scope, Person person, ConnectionId id, Credentials credentials, ConnectAnswer answer) {
        var refused = ConnectBank.refusal(answer);
        if (refused != null) {
            return refused;
        }
        var renewed = renew(scope, person, id, credentials, (ConnectAnswer.Connected) answer);
        reserve.now(scope, renewed);
        return new Step.Renewed(renewed);
    }

    @Retried
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    BankConnection renew(
            Scope scope, Person person, ConnectionId id, Credentials credentials, ConnectAnswer.Connected signedIn) {
        var connection = own(scope, person, connections.locked(scope, id));
        if (!connection.bankUser().equals(signedIn.bankUser())) {
            throw new Refused(
                    "OTHER_BANK_USER",
                    "These are the credentials of another bank user. Sign in as " + connection.bankUserName() + ".");
        }
        if (connection.expired()) {
            connection.renewed(connections.sealed(credentials, connection.place()));
            if (connection.defaultAuthorizer()) {
                accounts.store(scope, connection, signedIn.accounts());
            }
            news.updated(scope, connection, BankConnection.Status.EXPIRED, "renewed", person.actor());
            events.fire(new CredentialsEvent.Renewed(scope, id));
        }
        return connection;
    }

    private static BankConnection own(Scope scope, Person person, BankConnection connection) {
        if (connection.status() == BankConnection.Status.REMOVED) {
            throw new Missing("bank connection");
        }
        if (!connection.connectedBy().equals(person.id())) {
            throw new Refused("NOT_YOURS", "Only " + connection.connectedByName() + " can reconnect it.");
        }
        return connection;
    }
}
