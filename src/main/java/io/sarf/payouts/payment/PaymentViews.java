package io.sarf.payouts.payment;

import io.sarf.payouts.application.Applications;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.connection.SourceAccounts;
import io.sarf.payouts.destination.Destination;
import io.sarf.payouts.destination.Destinations;
import io.sarf.payouts.payout.ApiStatus;
import io.sarf.payouts.payout.Parties;
import io.sarf.payouts.payout.Payout;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PaymentViews {
    private final Applications applications;
    private final Connections connections;
    private final SourceAccounts accounts;
    private final Destinations destinations;

    PaymentViews(
            Applications applications, Connections connections, SourceAccounts accounts, Destinations destinations) {
        this.applications = applications;
        this.connections = connections;
        this.accounts = accounts;
        this.destinations = destinations;
    }

    static PaymentView.Created created(Parties parties, List<Payout> made) {
        var connection = source(parties, made.get(0)).connection();
        return new PaymentView.Created(
                connection.endUserId(),
                made.stream().map(payout -> one(parties, payout)).toList());
    }

    private static SourceAccounts.Source source(Parties parties, Payout payout) {
        return Objects.requireNonNull(parties.sources().get(payout.sourceAccount()));
    }

    private static PaymentView.CreatedPayment one(Parties parties, Payout payout) {
        var account = source(parties, payout).account();
        var payee = Objects.requireNonNull(parties.payees().get(payout.destination()))
                .destination();
        return new PaymentView.CreatedPayment(
                payout.id().value(),
                null,
                payout.task(),
                account.accountNumber(),
                account.iban(),
                account.bank(),
                new PaymentView.CreatedDestination(
                        payee.id().value(),
                        payout.amount().getAmount(),
                        payout.amount().getCurrencyUnit().getCode(),
                        "CREATED",
                        null,
                        party(payee)));
    }

    /** Null until the bank has taken the order. A payout that failed before has no id, as in its webhook event. */
    private PaymentView.@Nullable Payment paymentOfIntent(Payout payout) {
        return payout.orderAtBank().payment() != null || ApiStatus.of(payout.status()) == ApiStatus.FAILED
                ? payment(payout)
                : null;
    }

    PaymentView.Payment payment(Payout payout) {
        var account = accounts.require(payout.scope(), payout.sourceAccount());
        var reason = payout.reason().code();
        return new PaymentView.Payment(
                payout.orderAtBank().payment(),
                payout.id().value(),
                connections.require(payout.scope(), payout.connection()).endUserId(),
                new PaymentView.Party(account.accountNumber(), account.iban(), account.name()),
                party(payee(payout)),
                payout.amount().getAmount(),
                payout.amount().getCurrencyUnit().getCode(),
                payout.terms().description(),
                payout.orderAtBank().queuedAt(),
                payout.flow().authorizedAt(),
                ApiStatus.ofOne(payout.status()),
                payout.state().outcome(),
                payout.orderAtBank().bankReference(),
                reason == null ? null : reason.name(),
                payout.reason().message());
    }

    PaymentView.Intent intent(Payout payout) {
        return new PaymentView.Intent(
                payout.id().value(),
                applications.require(payout.scope()).customer(),
                payout.amount().getAmount(),
                payout.amount().getCurrencyUnit().getCode(),
                payout.terms().description(),
                payout.terms().externalReference(),
                paymentOfIntent(payout),
                destination(payout));
    }

    private PaymentView.IntentDestination destination(Payout payout) {
        var payee = payee(payout);
        var beneficiary = destinations.beneficiary(payout.scope(), payee.id()).orElse(null);
        return new PaymentView.IntentDestination(
                payee.id().value(),
                payee.name(),
                payee.bankIdentifier(),
                payee.displayName(),
                payee.iban(),
                payee.accountNumber(),
                payee.swiftCode(),
                beneficiary == null ? null : beneficiary.shown().name(),
                payee.address(),
                payee.country(),
                payee.city(),
                null,
                payee.ifsc(),
                payee.sortCode(),
                beneficiary == null ? null : beneficiary.coolOffUntil(),
                payee.routingNumber(),
                payee.transitCode(),
                payee.branchAddress(),
                payee.currency(),
                payee.postalCode());
    }

    private Destination payee(Payout payout) {
        return destinations.asOf(
                payout.scope(), payout.destination(), payout.recipient().revision());
    }

    private static PaymentView.Party party(Destination payee) {
        return new PaymentView.Party(payee.accountNumber(), payee.iban(), payee.name());
    }
}
