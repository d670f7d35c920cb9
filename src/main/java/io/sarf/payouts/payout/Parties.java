package io.sarf.payouts.payout;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.AccountId;
import io.sarf.payouts.connection.SourceAccounts;
import io.sarf.payouts.connection.SourceAccounts.Source;
import io.sarf.payouts.destination.DestinationId;
import io.sarf.payouts.destination.Destinations;
import io.sarf.payouts.destination.Destinations.Payee;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The accounts and destinations that new payouts name, as far as they exist. */
public record Parties(Map<AccountId, Source> sources, Map<DestinationId, Payee> payees) {

    @Nullable
    Source source(NewPayout wanted) {
        return sources.get(wanted.account());
    }

    @Nullable
    Payee payee(NewPayout wanted) {
        return payees.get(wanted.destination());
    }

    /** Reads all parties with two queries, however many payouts there are. */
    @ApplicationScoped
    public static class Lookup {
        private final SourceAccounts accounts;
        private final Destinations destinations;

        Lookup(SourceAccounts accounts, Destinations destinations) {
            this.accounts = accounts;
            this.destinations = destinations;
        }

        public Parties of(Scope scope, Collection<NewPayout> wanted) {
            return new Parties(
                    accounts.sources(
                            scope,
                            wanted.stream().map(NewPayout::account).distinct().toList()),
                    destinations.payees(
                            scope,
                            wanted.stream()
                                    .map(NewPayout::destination)
                                    .distinct()
                                    .toList()));
        }
    }
}
