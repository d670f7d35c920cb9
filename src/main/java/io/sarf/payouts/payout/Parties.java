package io.sarf.payouts.payout;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.AccountId;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.ConnectionId;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.connection.SourceAccount;
import io.sarf.payouts.connection.SourceAccounts;
import io.sarf.payouts.destination.Beneficiary;
import io.sarf.payouts.destination.Destination;
import io.sarf.payouts.destination.DestinationId;
import io.sarf.payouts.destination.Destinations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whom the payouts that somebody asks for speak of, read at once, however many payouts there are. */
record Parties(
        Map<AccountId, SourceAccount> accounts,
        Map<ConnectionId, BankConnection> connections,
        Map<DestinationId, Destination> destinations,
        Map<DestinationId, Beneficiary> beneficiaries) {

    @Nullable
    SourceAccount account(NewPayout wanted) {
        return accounts.get(wanted.account());
    }

    @Nullable
    Destination destination(NewPayout wanted) {
        return destinations.get(wanted.destination());
    }

    @Nullable
    Beneficiary beneficiary(NewPayout wanted) {
        return beneficiaries.get(wanted.destination());
    }

    /** Where they are read from. */
    @ApplicationScoped
    static class Book {
        private final SourceAccounts accounts;
        private final Connections connections;
        private final Destinations destinations;

        Book(SourceAccounts accounts, Connections connections, Destinations destinations) {
            this.accounts = accounts;
            this.connections = connections;
            this.destinations = destinations;
        }

        Parties of(Scope scope, Collection<NewPayout> wanted) {
            var payees = wanted.stream().map(NewPayout::destination).distinct().toList();
            return new Parties(
                    byId(accounts.all(scope), SourceAccount::id),
                    byId(connections.all(scope), BankConnection::id),
                    destinations.those(scope, payees),
                    destinations.beneficiaries(scope, payees));
        }

        private static <K, V> Map<K, V> byId(Collection<V> rows, Function<V, K> id) {
            return rows.stream().collect(Collectors.toMap(id, row -> row));
        }
    }
}
