package io.sarf.payouts.payment;

import com.fasterxml.jackson.databind.JsonNode;
import io.sarf.payouts.access.ProgramsVisit;
import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.api.ApiJson;
import io.sarf.payouts.api.ApiPage;
import io.sarf.payouts.api.QueryFields;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.AccountId;
import io.sarf.payouts.contract.Described;
import io.sarf.payouts.contract.FailsWith;
import io.sarf.payouts.contract.QueryField;
import io.sarf.payouts.contract.TakesQuery;
import io.sarf.payouts.destination.DestinationId;
import io.sarf.payouts.destination.Destinations;
import io.sarf.payouts.journal.Events;
import io.sarf.payouts.payout.ApiStatus;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.Payouts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/payouts/v1/payments")
@Tag(name = "Payouts")
@FailsWith(ApiCode.INSUFFICIENT_ACCESS_LEVEL)
@Produces(MediaType.APPLICATION_JSON)
class PaymentsApi {
    private static final int EVENTS = 10;

    private final ProgramsVisit visit;
    private final Payouts payouts;
    private final PaymentSearch search;
    private final PaymentTotals totals;
    private final Destinations destinations;
    private final Events events;

    PaymentsApi(
            ProgramsVisit visit,
            Payouts payouts,
            PaymentSearch search,
            PaymentTotals totals,
            Destinations destinations,
            Events events) {
        this.visit = visit;
        this.payouts = payouts;
        this.search = search;
        this.totals = totals;
        this.destinations = destinations;
        this.events = events;
    }

    /** Newest first. {@code cursor}, from an earlier answer, takes precedence over the page number. */
    @GET
    @RolesAllowed("payout.read")
    @Described(operationId = "listPayments", summary = "List payouts", description = "Newest first.")
    @TakesQuery({
        QueryField.PAGE_NUMBER,
        QueryField.PAGE_SIZE,
        QueryField.CURSOR,
        QueryField.AMOUNT_MIN,
        QueryField.AMOUNT_MAX,
        QueryField.FROM,
        QueryField.TO,
        QueryField.FROM_UPDATED_AT,
        QueryField.TO_UPDATED_AT,
        QueryField.STATUS,
        QueryField.DESTINATION_ID,
        QueryField.ACCOUNT_ID,
        QueryField.EXTERNAL_REFERENCE
    })
    public PaymentsView list(@Context UriInfo uri) {
        var scope = visit.enter();
        var query = new QueryFields(uri.getQueryParameters());
        var number = query.pageNumber();
        var size = query.pageSize();
        var after = query.of("cursor", "A cursor as answered before is expected", Cursor::of);
        var wanted = wanted(query);
        query.raise();
        var found = search.find(scope, wanted, after, after == null ? number * size : 0, size + 1);
        var shown = found.subList(0, Math.min(size, found.size()));
        var next = found.size() > size ? Cursor.behind(shown.get(size - 1)).cursor() : null;
        // On the last page the total is known without counting; other pages use a number counted recently.
        var page = after == null && next == null && (number == 0 || !shown.isEmpty())
                ? ApiPage.exact(number, size, (long) number * size + shown.size(), null)
                : totals.page(scope, wanted, number, size, next);
        return new PaymentsView(items(scope, shown), page);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed("payout.read")
    @Described(
            operationId = "getPaymentHistory",
            summary = "List what was told of one payout",
            description = "By the payment's or the intent's id; newest first, ten at a time.")
    @TakesQuery(QueryField.PAGE_NUMBER)
    @FailsWith(ApiCode.UNKNOWN_PAYMENT)
    public PaymentsView.History history(@PathParam("id") UUID id, @Context UriInfo uri) {
        var scope = visit.enter();
        var query = new QueryFields(uri.getQueryParameters());
        var number = query.pageNumber();
        query.raise();
        var payout = payouts.byEither(scope, id)
                .orElseThrow(() -> new ApiFault(ApiCode.UNKNOWN_PAYMENT, "There is no such payment"));
        var subject = payout.id().value();
        var published = events.of(scope, subject, number * EVENTS, EVENTS).stream()
                .map(PaymentsApi::event)
                .toList();
        return new PaymentsView.History(
                List.of(new PaymentsView.Published(payout.orderAtBank().payment(), published)),
                ApiPage.of(number, EVENTS, events.count(scope, subject), null));
    }

    private static PaymentSearch.Wanted wanted(QueryFields query) {
        return new PaymentSearch.Wanted(
                query.amount("amount_min"),
                query.amount("amount_max"),
                query.from("from"),
                query.to("to"),
                query.from("from_updated_at"),
                query.to("to_updated_at"),
                query.oneOf("status", ApiStatus.class),
                id(query.id("destination_id"), DestinationId::new),
                id(query.id("account_id"), AccountId::new),
                query.text("external_reference", 64));
    }

    private static <T> @Nullable T id(@Nullable UUID given, Function<UUID, T> of) {
        return given == null ? null : of.apply(given);
    }

    private List<PaymentsView.Item> items(Scope scope, List<Payout> shown) {
        var ids = shown.stream().map(Payout::destination).distinct().toList();
        var payees = destinations.asOf(scope, destinations.those(scope, ids).values());
        var beneficiaries = destinations.beneficiaries(scope, ids);
        return shown.stream()
                .map(payout -> PaymentsView.Item.of(
                        payout,
                        payees.of(payout.destination(), payout.recipient().revision()),
                        beneficiaries.get(payout.destination())))
                .toList();
    }

    private static PaymentsView.Event event(Events.Published published) {
        var payload = ApiJson.tree(published.payload());
        return new PaymentsView.Event(
                published.type(),
                text(payload.get("status")),
                text(payload.get("post_initiation_status")),
                published.at());
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.asText();
    }
}
