package io.sarf.payouts.source;

import io.sarf.payouts.access.ProgramsVisit;
import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.api.QueryFields;
import io.sarf.payouts.api.WrongField;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.client.CurrentClient;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.connection.RemoveConnection;
import io.sarf.payouts.connection.SourceAccounts;
import io.sarf.payouts.contract.Described;
import io.sarf.payouts.contract.FailsWith;
import io.sarf.payouts.customer.Customers;
import io.sarf.payouts.destination.Destinations;
import io.sarf.payouts.work.WaitingCalls;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/customers/v1/{customer}/payment-sources")
@Tag(name = "Payment sources")
@FailsWith({ApiCode.INSUFFICIENT_ACCESS_LEVEL, ApiCode.UNKNOWN_CUSTOMER})
@Produces(MediaType.APPLICATION_JSON)
class PaymentSourceApi {
    private static final int BENEFICIARIES = 1_000;

    enum Reason {
        USER_REQUESTED,
        TPP_REQUESTED
    }

    @Schema(name = "PaymentSourceRemoval", requiredProperties = "reason")
    record Removal(@Nullable Reason reason) {}

    private final RemoveConnection remove;
    private final WaitingCalls waiting;
    private final CurrentClient client;
    private final ProgramsVisit visit;
    private final Customers customers;
    private final Connections connections;
    private final SourceAccounts accounts;
    private final Destinations destinations;

    PaymentSourceApi(
            RemoveConnection remove,
            WaitingCalls waiting,
            CurrentClient client,
            ProgramsVisit visit,
            Customers customers,
            Connections connections,
            SourceAccounts accounts,
            Destinations destinations) {
        this.remove = remove;
        this.waiting = waiting;
        this.client = client;
        this.visit = visit;
        this.customers = customers;
        this.connections = connections;
        this.accounts = accounts;
        this.destinations = destinations;
    }

    /** Balances as last read from the bank. Accounts are listed once there is a destination. */
    @GET
    @RolesAllowed("payment.read")
    @Described(
            operationId = "listPaymentSources",
            summary = "List payment sources",
            description = "With balances as the bank last told them. Accounts are shown once there is a destination.")
    public List<PaymentSourceView> all(@PathParam("customer") UUID customer, @Context UriInfo uri) {
        new QueryFields(uri.getQueryParameters()).raise();
        var scope = enter(customer);
        return sources(scope, customer).stream()
                .map(source -> view(scope, customer, source, true))
                .toList();
    }

    @GET
    @Path("/{source}")
    @RolesAllowed("payment.read")
    @Described(
            operationId = "getPaymentSource",
            summary = "Look up one payment source",
            description = "Without balances.")
    @FailsWith(ApiCode.UNKNOWN_PAYMENT_SOURCE)
    public PaymentSourceView one(@PathParam("customer") UUID customer, @PathParam("source") UUID id) {
        var scope = enter(customer);
        return view(scope, customer, source(scope, customer, id), false);
    }

    /** Ends all payments from it. Its owner can use the credentials at the bank again. */
    @DELETE
    @Path("/{source}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("customer.write")
    @Described(
            operationId = "removePaymentSource",
            summary = "Remove a payment source",
            description = "Nothing leaves by it any more, and its owner can use the credentials at the bank again.")
    @FailsWith(ApiCode.UNKNOWN_PAYMENT_SOURCE)
    @Blocking // Reads the database before it waits for the bank.
    public CompletionStage<Map<String, String>> remove(
            @PathParam("customer") UUID customer, @PathParam("source") UUID id, Removal wanted) {
        var scope = enter(customer);
        var reason = wanted.reason();
        if (reason == null) {
            throw ApiFault.of(ApiCode.INVALID_PARAMETERS, List.of(WrongField.missing("reason")));
        }
        var source = source(scope, customer, id).id();
        return waiting.run(scope.application(), () -> {
            remove.remove(scope, source, reason.name(), client.actor());
            return Map.of();
        });
    }

    private BankConnection source(Scope scope, UUID customer, UUID id) {
        return sources(scope, customer).stream()
                .filter(source -> source.paymentSource().equals(id))
                .findFirst()
                .orElseThrow(() -> new ApiFault(ApiCode.UNKNOWN_PAYMENT_SOURCE, "There is no such payment source"));
    }

    private Scope enter(UUID customer) {
        var scope = visit.enter();
        if (!client.speaksFor(customer) || !customers.include(scope, customer)) {
            throw new ApiFault(ApiCode.UNKNOWN_CUSTOMER, "There is no such customer");
        }
        return scope;
    }

    private List<BankConnection> sources(Scope scope, UUID customer) {
        return customers.company(scope, customer) ? connections.defaultAuthorizers(scope) : List.of();
    }

    private PaymentSourceView view(Scope scope, UUID customer, BankConnection source, boolean balances) {
        var shown = destinations.any(scope)
                ? accounts.all(scope).stream()
                        .filter(account -> account.connection().equals(source.id()))
                        .map(account -> PaymentSourceView.Account.of(account, balances))
                        .toList()
                : List.<PaymentSourceView.Account>of();
        return PaymentSourceView.of(source, customer, destinations.knownTo(scope, source.id(), BENEFICIARIES), shown);
    }
}
