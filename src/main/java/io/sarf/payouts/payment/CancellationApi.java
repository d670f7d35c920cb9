package io.sarf.payouts.payment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.access.ProgramsVisit;
import io.sarf.payouts.api.ApiAnswer;
import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.client.CurrentClient;
import io.sarf.payouts.contract.Described;
import io.sarf.payouts.contract.FailsWith;
import io.sarf.payouts.destination.Destinations;
import io.sarf.payouts.payout.CancelPayout;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutStatus;
import io.sarf.payouts.payout.Payouts;
import io.sarf.payouts.work.WaitingCalls;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/payouts/v1/payments/{id}/cancellation")
@Tag(name = "Payouts")
@Produces(MediaType.APPLICATION_JSON)
class CancellationApi {
    /** Ten seconds in all. */
    private static final int LOOKS = 100;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final CurrentClient client;
    private final ProgramsVisit visit;
    private final Payouts payouts;
    private final CancelPayout cancel;
    private final WaitingCalls waiting;
    private final Destinations destinations;

    CancellationApi(
            CurrentClient client,
            ProgramsVisit visit,
            Payouts payouts,
            CancelPayout cancel,
            WaitingCalls waiting,
            Destinations destinations) {
        this.client = client;
        this.visit = visit;
        this.payouts = payouts;
        this.cancel = cancel;
        this.waiting = waiting;
        this.destinations = destinations;
    }

    /** 200 once it is certain that nobody is paid, 202 while that is open. */
    @POST
    @RolesAllowed("payout.write")
    @Described(
            operationId = "cancelPayment",
            summary = "Take a payout back",
            description = "By the payment's or the intent's id, before authorization begins.")
    @APIResponseSchema(
            value = PaymentsView.Item.class,
            responseCode = "200",
            responseDescription = "It will not be paid")
    @APIResponse(
            responseCode = "202",
            description = "The bank is being asked, or will be once it has the payout; the same call later tells more",
            content = @Content(schema = @Schema(implementation = PaymentsView.Item.class)))
    @FailsWith({ApiCode.INSUFFICIENT_ACCESS_LEVEL, ApiCode.UNKNOWN_PAYMENT, ApiCode.INVALID_STATE})
    @Blocking // Reads the database before it waits for the bank.
    public CompletionStage<Response> cancel(@PathParam("id") UUID id) {
        var scope = visit.enter();
        return waiting.run(scope.application(), () -> cancelled(scope, id));
    }

    private Response cancelled(Scope scope, UUID id) {
        var asked = now(scope, id);
        if (asked.status() != PayoutStatus.CANCELLED && asked.status() != PayoutStatus.CANCELLING) {
            cancel.cancel(scope, asked.id(), client.actor());
        }
        var payout = settled(scope, id);
        return switch (payout.status()) {
            case CANCELLED -> answer(200, payout);
            case QUEUEING, CANCELLING -> answer(202, payout);
            default ->
                throw new ApiFault(
                        ApiCode.INVALID_STATE, "The bank did not take this payout back: it is " + payout.state() + ".");
        };
    }

    private Payout settled(Scope scope, UUID id) {
        var payout = now(scope, id);
        for (var look = 1; look < LOOKS && payout.status() == PayoutStatus.CANCELLING; look++) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            payout = now(scope, id);
        }
        return payout;
    }

    /** In its own transaction, so that it sees the changes since the last look. */
    private Payout now(Scope scope, UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> payouts.byEither(scope, id))
                .orElseThrow(() -> new ApiFault(ApiCode.UNKNOWN_PAYMENT, "There is no such payment"));
    }

    private Response answer(int status, Payout payout) {
        var payee = destinations.asOf(
                payout.scope(), payout.destination(), payout.recipient().revision());
        var beneficiary = destinations.beneficiary(payout.scope(), payee.id()).orElse(null);
        return ApiAnswer.of(status, PaymentsView.Item.of(payout, payee, beneficiary))
                .response();
    }
}
