package io.sarf.payouts.payout;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.AccountId;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.ConnectionId;
import io.sarf.payouts.connection.SourceAccount;
import io.sarf.payouts.connection.SourceAccounts;
import io.sarf.payouts.connection.SourceAccounts.Source;
import io.sarf.payouts.destination.Beneficiary;
import io.sarf.payouts.destination.Destination;
import io.sarf.payouts.destination.DestinationId;
import io.sarf.payouts.destination.Destinations;
import io.sarf.payouts.destination.Destinations.Payee;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        private final Destinations destinations;

        Book(SourceAccounts accounts, Destinations destinations) {
            this.accounts = accounts;
            this.destinations = destinations;
        }

        /** In two queries. */
        Parties of(Scope scope, Collection<NewPayout> wanted) {
            var sources = accounts.sources(
                            scope,
                            wanted.stream().map(NewPayout::account).distinct().toList())
                    .values();
            var payees = destinations
                    .payees(
                            scope,
                            wanted.stream()
                                    .map(NewPayout::destination)
                                    .distinct()
                                    .toList())
                    .values();
            return new Parties(
                    byId(sources.stream().map(Source::account), SourceAccount::id),
                    byId(sources.stream().map(Source::connection).distinct(), BankConnection::id),
                    byId(payees.stream().map(Payee::destination), Destination::id),
                    byId(
                            payees.stream().flatMap(payee -> Optional.ofNullable(payee.beneficiary()).stream()),
                            Beneficiary::destination));
        }

        private static <K, V> Map<K, V> byId(Stream<V> rows, Function<V, K> id) {
            return rows.collect(Collectors.toMap(id, row -> row));
        }
    }
}
