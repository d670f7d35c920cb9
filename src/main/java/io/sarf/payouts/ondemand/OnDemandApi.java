package io.sarf.payouts.ondemand;

import io.sarf.payouts.access.PayoutsAccess;
import io.sarf.payouts.access.ProgramsVisit;
import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.api.JsonBody;
import io.sarf.payouts.api.WrongField;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.client.CurrentClient;
import io.sarf.payouts.client.TokenScope;
import io.sarf.payouts.contract.Described;
import io.sarf.payouts.contract.FailsWith;
import io.sarf.payouts.idempotency.Idempotency;
import io.sarf.payouts.idempotency.Operation;
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
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * {@code payout.write} is accepted too: tokens lack the right scope while the feature is off, and the answer says so.
 */
@Path("/payouts/v1/authorizations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Authorizations")
@FailsWith(ApiCode.INSUFFICIENT_ACCESS_LEVEL)
@RolesAllowed({TokenScope.PAYOUT_AUTHORIZE, TokenScope.PAYOUT_WRITE})
class OnDemandApi {
    private static final int MOST = 1_000;
    private static final String FIELD = "payment_intent_ids";

    @Schema(name = "NewAuthorization", requiredProperties = "payment_intent_ids")
    record NewAuthorization(
            @Schema(minItems = 1, maxItems = MOST) @Nullable List<UUID> paymentIntentIds) {}

    private final CurrentClient client;
    private final ProgramsVisit visit;
    private final PayoutsAccess access;
    private final OnDemandAuthorizations authorizations;
    private final Idempotency idempotency;

    OnDemandApi(
            CurrentClient client,
            ProgramsVisit visit,
            PayoutsAccess access,
            OnDemandAuthorizations authorizations,
            Idempotency idempotency) {
        this.client = client;
        this.visit = visit;
        this.access = access;
        this.authorizations = authorizations;
        this.idempotency = idempotency;
    }

    /** Releases up to 1,000 payouts. The row of a payout that does not wait for authorization says so. */
    @POST
    @Described(
            operationId = "createAuthorization",
            summary = "Release payouts",
            description = "Up to 1,000 that wait for an authorization; one in another state says so in its own row.")
    @RequestBodySchema(NewAuthorization.class)
    @APIResponseSchema(value = OnDemandView.class, responseCode = "202", responseDescription = "It is under way")
    @FailsWith(ApiCode.UNKNOWN_PAYMENT_INTENT)
    public Response create(JsonBody body) {
        var scope = enter();
        return idempotency
                .once(
                        scope,
                        Operation.AUTHORIZATIONS,
                        body,
                        sent -> ids(sent.as(NewAuthorization.class)),
                        ids -> authorizations.create(scope, known(scope, ids), client.actor()))
                .response();
    }

    @GET
    @Path("/{authorization}")
    @Described(
            operationId = "getAuthorization",
            summary = "Look up what came of a release",
            description = "With what came of each of its payouts so far.")
    @FailsWith(ApiCode.DATA_NOT_FOUND)
    public OnDemandView one(@PathParam("authorization") UUID id) {
        return authorizations
                .find(enter(), id)
                .orElseThrow(() -> new ApiFault(ApiCode.DATA_NOT_FOUND, "There is no such authorization"));
    }

    private Scope enter() {
        var scope = visit.enter();
        if (!access.onDemand(scope)) {
            throw new ApiFault(
                    ApiCode.INSUFFICIENT_ACCESS_LEVEL, "Authorization on demand is not enabled in this environment");
        }
        client.require(TokenScope.PAYOUT_AUTHORIZE);
        return scope;
    }

    private static List<UUID> ids(NewAuthorization wanted) {
        var given = wanted.paymentIntentIds();
        if (given == null || given.isEmpty() || given.size() > MOST) {
            throw ApiFault.invalid(FIELD, null, "must have between 1 and 1,000 entries");
        }
        var wrong = new ArrayList<WrongField>();
        var ids = new ArrayList<UUID>();
        var seen = new HashSet<UUID>();
        for (var i = 0; i < given.size(); i++) {
            var id = given.get(i);
            var path = FIELD + "[" + i + "]";
            if (!seen.add(id)) {
                wrong.add(new WrongField(path, id.toString(), "must not stand here twice"));
            } else {
                ids.add(id);
            }
        }
        ApiFault.raise(ApiCode.INVALID_PARAMETERS, wrong);
        return ids;
    }

    private List<UUID> known(Scope scope, List<UUID> ids) {
        var unknown = authorizations.unknown(scope, ids);
        ApiFault.raise(
                ApiCode.UNKNOWN_PAYMENT_INTENT,
                unknown.stream()
                        .map(id -> new WrongField(
                                FIELD + "[" + ids.indexOf(id) + "]", id.toString(), "There is no such payment intent"))
                        .toList());
        return ids;
    }
}
