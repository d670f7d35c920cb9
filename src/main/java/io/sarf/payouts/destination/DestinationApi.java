package io.sarf.payouts.destination;

import io.sarf.payouts.access.ProgramsVisit;
import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.api.ApiPage;
import io.sarf.payouts.api.GatheredFaults;
import io.sarf.payouts.api.JsonBody;
import io.sarf.payouts.api.QueryFields;
import io.sarf.payouts.api.WrongField;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.client.CurrentClient;
import io.sarf.payouts.contract.Described;
import io.sarf.payouts.contract.FailsWith;
import io.sarf.payouts.contract.OneOrMany;
import io.sarf.payouts.contract.QueryField;
import io.sarf.payouts.contract.TakesQuery;
import io.sarf.payouts.idempotency.Idempotency;
import io.sarf.payouts.idempotency.Operation;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.work.WaitingCalls;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/payouts/v1/payment/destinations")
@Tag(name = "Destinations")
@FailsWith(ApiCode.INSUFFICIENT_ACCESS_LEVEL)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class DestinationApi {
    private static final int MOST = 50;

    private final CurrentClient client;
    private final ProgramsVisit visit;
    private final AddDestination add;
    private final RemoveDestination remove;
    private final Destinations destinations;
    private final Applications applications;
    private final Ids ids;
    private final WaitingCalls waiting;
    private final Idempotency idempotency;

    DestinationApi(
            CurrentClient client,
            ProgramsVisit visit,
            AddDestination add,
            RemoveDestination remove,
            Destinations destinations,
            Applications applications,
            Ids ids,
            WaitingCalls waiting,
            Idempotency idempotency) {
        this.client = client;
        this.visit = visit;
        this.add = add;
        this.remove = remove;
        this.destinations = destinations;
        this.applications = applications;
        this.ids = ids;
        this.waiting = waiting;
        this.idempotency = idempotency;
    }

    /** All are validated before the first is created. */
    @POST
    @RolesAllowed("destination.write")
    @Described(
            operationId = "createDestinations",
            summary = "Create destinations",
            description = "An array of 1 to 50; one destination without the array is taken too.")
    @RequestBodySchema(DestinationBody[].class)
    @OneOrMany(most = MOST)
    @APIResponseSchema(
            value = DestinationView.Created[].class,
            responseCode = "200",
            responseDescription = "What the bank said of each")
    @FailsWith({
        ApiCode.INVALID_IBAN,
        ApiCode.INVALID_NAME,
        ApiCode.MISSING_PARAMETERS,
        ApiCode.UNKNOWN_PAYMENT_SOURCE,
        ApiCode.CREDENTIALS_UPDATE_REQUIRED
    })
    @Blocking // Reads the database before it waits for the bank.
    public CompletionStage<Response> create(JsonBody body) {
        var scope = visit.enter();
        return waiting.run(
                scope.application(),
                () -> idempotency
                        .repeatable(
                                scope,
                                Operation.DESTINATIONS,
                                body,
                                DestinationApi::read,
                                wanted -> wanted.stream()
                                        .map(one -> create(scope, one.wanted()))
                                        .toList())
                        .response());
    }

    private DestinationView.Created create(Scope scope, NewDestination wanted) {
        try {
            var added = add.add(scope, new DestinationId(ids.next()), wanted, client.actor());
            var made = added.destination();
            return destinations
                    .beneficiary(scope, made.id())
                    .filter(beneficiary -> beneficiary.status() != Beneficiary.Status.REQUESTED)
                    .map(beneficiary -> DestinationView.Created.of(made, added.notTaken(), beneficiary))
                    .orElseThrow(() -> unanswered(scope, made));
        } catch (Refused refused) {
            throw new ApiFault(
                    refused.code().equals("NO_BANK")
                            ? ApiCode.UNKNOWN_PAYMENT_SOURCE
                            : ApiCode.CREDENTIALS_UPDATE_REQUIRED,
                    refused.reason());
        }
    }

    private RuntimeException unanswered(Scope scope, Destination made) {
        return add.waitsForCredentials(scope, made)
                ? AddDestination.expired()
                : ApiFault.retry(
                        ApiCode.SERVICE_UNAVAILABLE,
                        "The bank has not answered yet; the same call later gives the result",
                        Duration.ofSeconds(10));
    }

    @GET
    @RolesAllowed("destination.read")
    @Described(operationId = "listDestinations", summary = "List destinations", description = "Newest first.")
    @TakesQuery({QueryField.PAGE_NUMBER, QueryField.PAGE_SIZE})
    public DestinationView.Many list(@Context UriInfo uri) {
        var scope = visit.enter();
        var query = new QueryFields(uri.getQueryParameters());
        var number = query.pageNumber();
        var size = query.pageSize();
        query.raise();
        var customer = applications.require(scope).customer();
        if (!client.speaksFor(customer)) {
            return new DestinationView.Many(List.of(), ApiPage.of(number, size, 0, null));
        }
        var shown = destinations.page(scope, number, size);
        var known = destinations.beneficiaries(
                scope, shown.stream().map(Destination::id).toList());
        return new DestinationView.Many(
                shown.stream()
                        .map(one -> DestinationView.One.of(one, Objects.requireNonNull(known.get(one.id())), customer))
                        .toList(),
                ApiPage.of(number, size, destinations.count(scope, ApiPage.COUNTED + 1), null));
    }

    /** Removes it: it can no longer be paid. Orders that the bank has taken are not affected. */
    @DELETE
    @Path("/{destination}")
    @RolesAllowed("destination.write")
    @Described(
            operationId = "removeDestination",
            summary = "Remove a destination",
            description = "It can be paid no more; what the bank has taken already goes on.")
    @FailsWith(ApiCode.UNKNOWN_PAYMENT_DESTINATION)
    public Map<String, String> remove(@PathParam("destination") DestinationId id) {
        var scope = visit.enter();
        remove.remove(scope, destinations.beneficiary(scope, id).orElseThrow(DestinationApi::unknown), client.actor());
        return Map.of();
    }

    @GET
    @Path("/{destination}")
    @RolesAllowed("destination.read")
    @Described(
            operationId = "getDestination",
            summary = "Look up one destination",
            description = "With the data it was created with, and whether it can be paid.")
    @FailsWith(ApiCode.UNKNOWN_PAYMENT_DESTINATION)
    public DestinationView.One one(@PathParam("destination") DestinationId id) {
        var scope = visit.enter();
        var found = destinations.find(scope, id).orElseThrow(DestinationApi::unknown);
        var beneficiary = destinations.beneficiary(scope, id).orElseThrow(DestinationApi::unknown);
        var customer = applications.require(scope).customer();
        if (!client.speaksFor(customer)) {
            throw unknown();
        }
        return DestinationView.One.of(found, beneficiary, customer);
    }

    private static ApiFault unknown() {
        return new ApiFault(ApiCode.UNKNOWN_PAYMENT_DESTINATION, "There is no such destination");
    }

    private static List<DestinationBody> read(JsonBody body) {
        var array =
                new String(body.bytes(), StandardCharsets.UTF_8).stripLeading().startsWith("[");
        var wanted = array ? List.of(body.as(DestinationBody[].class)) : List.of(body.as(DestinationBody.class));
        if (wanted.isEmpty() || wanted.size() > MOST) {
            throw new ApiFault(ApiCode.INVALID_PARAMETERS, "Between 1 and 50 destinations are expected");
        }
        var faults = new GatheredFaults();
        for (var i = 0; i < wanted.size(); i++) {
            var path = array ? "[" + i + "]." : "";
            for (var fault : wanted.get(i).faults()) {
                faults.add(
                        ApiCode.valueOf(fault.code()),
                        new WrongField(path + fault.field(), wanted.get(i).sent(fault.field()), fault.message()));
            }
        }
        faults.raise();
        return wanted;
    }
}
