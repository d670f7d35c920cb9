package io.sarf.payouts.payout;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.AccountId;
import io.sarf.payouts.connection.SourceAccounts;
import io.sarf.payouts.connection.SourceAccounts.Source;
import io.sarf.payouts.destination.Destination;
import io.sarf.payouts.destination.DestinationId;
import io.sarf.payouts.destination.Destinations;
import io.sarf.payouts.destination.Destinations.Payee;
import io.sarf.payouts.web.PayeeName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The accounts and destinations that new payouts name, as far as they exist. */
public record Parties(Map<AccountId, Source> sources, Map<DestinationId, Payee> payees) {
    /**
     * Who is paid by one payout, as they were when it was made or sent.
     *
     * @param revision how often they had been edited by then
     * @param name the display name, which the API shows
     */
    @Embeddable
    public record Recipient(
            @Column(name = "payee_revision") long revision,
            @Column(name = "recipient_legal_name") String legalName,
            @Column(name = "recipient_name") String name,
            @Column(name = "recipient_iban") String iban) {
        static Recipient of(Destination destination) {
            return new Recipient(
                    destination.revision(), destination.name(), destination.displayName(), destination.iban());
        }

        /** What an edit can change is as it is now. */
        Recipient now(Destination edited) {
            return new Recipient(edited.revision(), legalName, edited.displayName(), iban);
        }

        /** As people see them. */
        public PayeeName payee() {
            return PayeeName.of(legalName, name);
        }
    }

    /** Those of one application and environment. */
    public Parties in(Scope scope) {
        return new Parties(
                within(sources, one -> one.account().scope().equals(scope)),
                within(payees, one -> one.destination().scope().equals(scope)));
    }

    private static <K, V> Map<K, V> within(Map<K, V> all, Predicate<V> own) {
        return all.entrySet().stream()
                .filter(one -> own.test(one.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

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

        /** Of several applications. */
        @AcrossApplications
        public Parties of(Collection<NewPayout> wanted) {
            return new Parties(
                    accounts.sources(wanted.stream().map(NewPayout::account).collect(Collectors.toSet())),
                    destinations.payees(
                            wanted.stream().map(NewPayout::destination).collect(Collectors.toSet())));
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
