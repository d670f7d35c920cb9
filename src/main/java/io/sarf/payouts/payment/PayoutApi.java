package io.sarf.payouts.payment;

import io.sarf.payouts.access.ProgramsVisit;
import io.sarf.payouts.api.ApiAnswer;
import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.api.GatheredFaults;
import io.sarf.payouts.api.JsonBody;
import io.sarf.payouts.api.WrongField;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.client.CurrentClient;
import io.sarf.payouts.contract.Described;
import io.sarf.payouts.contract.FailsWith;
import io.sarf.payouts.creation.CreationQueue;
import io.sarf.payouts.idempotency.Idempotency;
import io.sarf.payouts.idempotency.Operation;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.payout.CheckPayout;
import io.sarf.payouts.payout.NewPayout;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.payout.Payouts;
import io.sarf.payouts.platform.Ids;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
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
import org.jspecify.annotations.Nullable;

@Path("/payouts/v1")
@Tag(name = "Payouts")
@FailsWith(ApiCode.INSUFFICIENT_ACCESS_LEVEL)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class PayoutApi {
    /** In bytes. A larger body is read by a worker, not on the event loop. */
    private static final int LARGE = 32_768;

    private final CurrentClient client;
    private final ProgramsVisit visit;
    private final CheckPayout check;
    private final CreationQueue queue;
    private final Payouts payouts;
    private final PaymentViews views;
    private final Idempotency idempotency;
    private final Ids ids;

    PayoutApi(
            CurrentClient client,
            ProgramsVisit visit,
            CheckPayout check,
            CreationQueue queue,
            Payouts payouts,
            PaymentViews views,
            Idempotency idempotency,
            Ids ids) {
        this.client = client;
        this.visit = visit;
        this.check = check;
        this.queue = queue;
        this.payouts = payouts;
        this.views = views;
        this.idempotency = idempotency;
        this.ids = ids;
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
        var caller = new Caller(client.scope(), client.secret(), client.actor());
        var key = idempotency.keyed(caller.scope(), Operation.PAYMENT, body).orElse(null);
        var replaced = client.secretReplaced();
        var call = Uni.createFrom().item(() -> call(caller, key, body));
        return (body.bytes().length > LARGE ? call.runSubscriptionOn(Infrastructure.getDefaultWorkerPool()) : call)
                .flatMap(one -> Uni.createFrom().completionStage(queue.submit(one)))
                .onFailure(PayoutApi::secretReplaced)
                .transform(fault -> replaced.get())
                .map(ApiAnswer::response);
    }

    private static boolean secretReplaced(Throwable thrown) {
        return thrown instanceof ApiFault fault && fault.code() == ApiCode.UNAUTHORIZED;
    }

    private record Caller(Scope scope, UUID secret, Actor actor) {}

    private CreationQueue.Call call(Caller caller, Idempotency.@Nullable KeyedCall key, JsonBody body) {
        List<CreationQueue.Call.Wanted> wanted = List.of();
        CreationQueue.Call.Rules rules;
        try {
            var entries = read(body);
            wanted = entries.stream()
                    .map(entry -> new CreationQueue.Call.Wanted(new PayoutId(ids.next()), entry.wanted()))
                    .toList();
            rules = new CheckedEntries(check, entries);
        } catch (ApiFault fault) {
            rules = new RefusedBody(fault, key == null ? null : idempotency.stored(fault));
        }
        return new CreationQueue.Call(
                caller.scope(), caller.secret(), caller.actor(), key, body.bytes().length, wanted, rules);
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
