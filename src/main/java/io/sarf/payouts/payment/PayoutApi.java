package io.sarf.payouts.payment;

import io.sarf.payouts.access.ProgramsVisit;
import io.sarf.payouts.api.ApiAnswer;
import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.api.GatheredFaults;
import io.sarf.payouts.api.JsonBody;
import io.sarf.payouts.api.WrongField;
import io.sarf.payouts.contract.Described;
import io.sarf.payouts.contract.FailsWith;
import io.sarf.payouts.creation.ClientCalls;
import io.sarf.payouts.idempotency.Operation;
import io.sarf.payouts.payout.CheckPayout;
import io.sarf.payouts.payout.CreatePayouts;
import io.sarf.payouts.payout.NewPayout;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.payout.Payouts;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/payouts/v1")
@Tag(name = "Payouts")
@FailsWith(ApiCode.INSUFFICIENT_ACCESS_LEVEL)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class PayoutApi {
    private final ClientCalls calls;
    private final ProgramsVisit visit;
    private final CheckPayout check;
    private final CreatePayouts create;
    private final Payouts payouts;
    private final PaymentViews views;

    PayoutApi(
            ClientCalls calls,
            ProgramsVisit visit,
            CheckPayout check,
            CreatePayouts create,
            Payouts payouts,
            PaymentViews views) {
        this.calls = calls;
        this.visit = visit;
        this.check = check;
        this.create = create;
        this.payouts = payouts;
        this.views = views;
    }

    /** Creates up to 100 payouts: all of them, or none if one has a fault. */
    @POST
    @Path("/payment")
    @RolesAllowed("payout.write")
    @Described(
            operationId = "createPayments",
            summary = "Create payouts",
            description = "All of them, or none when one is faulty. At most 100 payouts in a call.")
    @RequestBodySchema(NewPaymentBody.class)
    @APIResponseSchema(
            value = PaymentView.Created.class,
            responseCode = "200",
            responseDescription = "They were created")
    @FailsWith({
        ApiCode.AMOUNT_UNDER_MIN_VALUE,
        ApiCode.AMOUNT_OVER_MAX_VALUE,
        ApiCode.INVALID_AMOUNT,
        ApiCode.MISSING_PARAMETERS,
        ApiCode.CREDENTIALS_UPDATE_REQUIRED,
        ApiCode.UNKNOWN_ACCOUNT,
        ApiCode.UNKNOWN_PAYMENT_DESTINATION
    })
    public Uni<Response> create(JsonBody body) {
        return calls.create(Operation.PAYMENT, body, this::asked).map(ApiAnswer::response);
    }

    private ClientCalls.Body asked(JsonBody body) {
        var entries = read(body);
        var wanted = entries.stream().map(NewPaymentBody.Entry::wanted).toList();
        return new ClientCalls.Body(wanted, new CheckedEntries(check, create, entries));
    }

    private static List<NewPaymentBody.Entry> read(JsonBody body) {
        var missing = new ArrayList<WrongField>();
        var entries = body.as(NewPaymentBody.class).entries(missing);
        var faults = new GatheredFaults();
        missing.forEach(field -> faults.add(ApiCode.INVALID_PARAMETERS, field));
        CheckedEntries.gather(faults, entries, NewPayout::faultsOfItself);
        faults.raise();
        return entries;
    }

    @GET
    @Path("/{payment: [0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}")
    @RolesAllowed("payout.read")
    @Described(
            operationId = "getPayment",
            summary = "Look up one payment",
            description = "By the payment's id, which there is once the bank has taken the payout.")
    @FailsWith(ApiCode.UNKNOWN_PAYMENT)
    public PaymentView.Payment payment(@PathParam("payment") UUID payment) {
        var scope = visit.enter();
        var found = payouts.byPayment(scope, payment).map(views::payment);
        return found.orElseThrow(() -> new ApiFault(ApiCode.UNKNOWN_PAYMENT, "There is no such payment"));
    }

    @GET
    @Path("/intents/{intent}")
    @RolesAllowed("payout.read")
    @Described(
            operationId = "getPaymentIntent",
            summary = "Look up one payout by its intent",
            description =
                    "From the payout's creation on. Its payment is null until the bank has taken the payout, or it has failed before.")
    @FailsWith(ApiCode.UNKNOWN_PAYMENT_INTENT)
    public PaymentView.Intent intent(@PathParam("intent") PayoutId intent) {
        var scope = visit.enter();
        return payouts.find(scope, intent)
                .map(views::intent)
                .orElseThrow(() -> new ApiFault(ApiCode.UNKNOWN_PAYMENT_INTENT, "There is no such payment intent"));
    }
}
