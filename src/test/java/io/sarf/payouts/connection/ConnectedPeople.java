package io.sarf.payouts.connection;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.Bank;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Connects people of a test to a bank, as the page does. */
@ApplicationScoped
public class ConnectedPeople {
    private final ConnectBank connect;
    private final Connections connections;

    ConnectedPeople(ConnectBank connect, Connections connections) {
        this.connect = connect;
        this.connections = connections;
    }

    /** With a login nobody has used; the first one to connect is told that it becomes the default authorizer. */
    public BankConnection connect(Scope scope, Person person, Bank bank) {
        return connect(scope, person, bank, new Credentials("user-" + UUID.randomUUID(), "password"));
    }

    /** With this one. */
    public BankConnection connect(Scope scope, Person person, Bank bank, Credentials login) {
        var identifier = bank.profile().identifier();
        var first = connections.defaultAuthorizer(scope, identifier).isEmpty();
        return ((ConnectBank.Step.Connected) connect.begin(scope, person, identifier, login, first)).connection();
    }
}
