package io.sarf.payouts.bulk;

import io.sarf.payouts.access.ProgramsVisit;
import io.sarf.payouts.api.ApiAnswer;
import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.api.ApiPage;
import io.sarf.payouts.api.JsonBody;
import io.sarf.payouts.api.QueryFields;
import io.sarf.payouts.contract.Described;
import io.sarf.payouts.contract.FailsWith;
import io.sarf.payouts.contract.QueryField;
import io.sarf.payouts.contract.TakesQuery;
import io.sarf.payouts.creation.ClientCalls;
import io.sarf.payouts.idempotency.Operation;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/payouts/v1/bulk-payments")
@Tag(name = "Bulk payments")
@FailsWith(ApiCode.INSUFFICIENT_ACCESS_LEVEL)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class BulkApi {
    private final ClientCalls calls;
    private final ProgramsVisit visit;
    private final CreateBulk create;
    private final BulkPayments bulks;
    private final PayoutsOfBulk payouts;

    BulkApi(ClientCalls calls, ProgramsVisit visit, CreateBulk create, BulkPayments bulks, PayoutsOfBulk payouts) {
        this.calls = calls;
        this.visit = visit;
        this.create = create;
        this.bulks = bulks;
        this.payouts = payouts;
    }

    /** Creates up to 10,000 payouts: all of them, or none if one has a fault. */
    @POST
    @RolesAllowed("payout.write")
    @Described(
            operationId = "createBulkPayment",
            summary = "Create a bulk payment",
            description = "Up to 10,000 payouts from one account: all of them, or none when one is faulty.")
    @RequestBodySchema(NewBulkBody.class)
    @APIResponseSchema(value = BulkView.class, responseCode = "201", responseDescription = "It was created")
    @FailsWith({
        ApiCode.AMOUNT_UNDER_MIN_VALUE,
        ApiCode.AMOUNT_OVER_MAX_VALUE,
        ApiCode.INVALID_AMOUNT,
        ApiCode.INVALID_IBAN,
        ApiCode.INVALID_NAME,
        ApiCode.CREDENTIALS_UPDATE_REQUIRED,
        ApiCode.UNKNOWN_ACCOUNT,
        ApiCode.UNKNOWN_PAYMENT_DESTINATION
    })
    @Blocking // A large body is read and hashed.
    public Uni<Response> create(JsonBody body) {
        return calls.create(Operation.BULK_PAYMENTS, body, create::read).map(ApiAnswer::response);
    }

    @GET
    @Path("/{bulk}")
    @RolesAllowed("payout.read")
    @Described(
            operationId = "getBulkPayment",
            summary = "Look up one bulk payment",
            description = "With how many of its payouts are in which status.")
    @FailsWith(ApiCode.UNKNOWN_PAYMENT_INTENT)
    public BulkView one(@PathParam("bulk") UUID id) {
        return bulks.find(visit.enter(), id).orElseThrow(BulkApi::unknown);
    }

    @GET
    @Path("/{bulk}/payments")
    @RolesAllowed("payout.read")
    @Described(
            operationId = "listPaymentsOfBulk",
            summary = "List the payouts of a bulk payment",
            description = "In the order they were asked for.")
    @TakesQuery({QueryField.PAGE_NUMBER, QueryField.PAGE_SIZE})
    @FailsWith(ApiCode.UNKNOWN_PAYMENT_INTENT)
    public BulkView.Rows payments(@PathParam("bulk") UUID id, @Context UriInfo uri) {
        var scope = visit.enter();
        var query = new QueryFields(uri.getQueryParameters());
        var number = query.number("page_number", 0, 0, NewBulkBody.MOST);
        var size = query.pageSize();
        query.raise();
        var total = bulks.size(scope, id).orElseThrow(BulkApi::unknown);
        var rows = payouts.page(scope, id, number, size).stream()
                .map(BulkView.Row::of)
                .toList();
        return new BulkView.Rows(rows, ApiPage.exact(number, size, total, null));
    }

    private static ApiFault unknown() {
        return new ApiFault(ApiCode.UNKNOWN_PAYMENT_INTENT, "There is no such bulk payment");
    }
}
