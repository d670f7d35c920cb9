package io.sarf.payouts.connection;

import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.team.AfterDeparture;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Connections of a person who leaves the team stay, and the default authorizer's connection still pays. */
@Singleton
class ConnectionsAfterDeparture implements AfterDeparture {
    private final Connections connections;
    private final Banks banks;

    ConnectionsAfterDeparture(Connections connections, Banks banks) {
        this.connections = connections;
        this.banks = banks;
    }

    @Override
    public List<String> by(ApplicationId application, UUID person, String language) {
        return Arrays.stream(Environment.values())
                .flatMap(environment -> of(new Scope(application, environment), person, language))
                .toList();
    }

    private Stream<String> of(Scope scope, UUID person, String language) {
        var words = ConnectionWords.in(language);
        return connections.all(scope).stream()
                .filter(connection -> connection.connectedBy().equals(person))
                .map(connection -> words.leftBehind(connection, bank(connection, language)));
    }

    private String bank(BankConnection connection, String language) {
        return banks.find(connection.bank())
                .map(known -> BankBadge.of(known.profile(), language).name())
                .orElse(connection.bank());
    }
}
