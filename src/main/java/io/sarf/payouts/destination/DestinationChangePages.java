package io.sarf.payouts.destination;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.access.PayoutsVisit;
import io.sarf.payouts.api.FieldFault;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.FreshSignIn;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.web.PayeeName;
import io.sarf.payouts.web.Shown;
import io.sarf.payouts.work.WaitingCalls;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/destinations/{id}")
@RolesAllowed(Permission.Name.PAYOUTS)
@Produces(MediaType.TEXT_HTML)
@Blocking
class DestinationChangePages {
    private static final int UNPROCESSABLE = 422;

    /** @param overtaken what another person changed since the form was shown; empty for nothing */
    @CheckedTemplate(basePath = "destination", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DestinationChange(
            String url,
            String action,
            PayeeName payee,
            String iban,
            long revision,
            PayeeFields fields,
            List<PayeeChanges.Line> overtaken,
            @Nullable String problem)
            implements TemplateInstance {}

    private final Destinations destinations;
    private static final Set<String> FIXED = Set.of("name", "iban");

    private final EditDestination edit;
    private final RemoveDestination remove;
    private final PayeeChanges changes;
    private final FreshSignIn fresh;
    private final WaitingCalls waiting;
    private final PayoutsVisit visit;
    private final Frame frame;

    DestinationChangePages(
            Destinations destinations,
            EditDestination edit,
            RemoveDestination remove,
            PayeeChanges changes,
            FreshSignIn fresh,
            WaitingCalls waiting,
            PayoutsVisit visit,
            Frame frame) {
        this.destinations = destinations;
        this.edit = edit;
        this.remove = remove;
        this.changes = changes;
        this.fresh = fresh;
        this.waiting = waiting;
        this.visit = visit;
        this.frame = frame;
    }

    @GET
    @Path("/changes/new")
    public TemplateInstance form(@BeanParam ScopePath here, @RestPath DestinationId id) {
        var scope = visit.to(here, "destinations");
        var destination = destinations.require(scope, id);
        return form(scope, destination, PayeeForm.of(destination, destination.details()), List.of(), List.of(), null);
    }

    /** @param revision the one that the form showed, so that a concurrent edit is detected */
    @POST
    @Path("/changes")
    public CompletionStage<Response> change(
            @BeanParam ScopePath here,
            @RestPath DestinationId id,
            @RestForm("revision") @Nullable Long revision,
            @BeanParam PayeeForm typed) {
        var scope = visit.to(here, "destinations");
        var destination = destinations.require(scope, id);
        var wanted = typed.wantedOf(destination).tidy();
        if (!destination.details().sameForBank(PayeeDetails.of(wanted))) {
            fresh.require(visit.person());
        }
        // Legal name and IBAN are not edited here, and old ones may violate today's rules.
        var faults = wanted.faults().stream()
                .filter(fault -> !FIXED.contains(fault.field()))
                .toList();
        if (!faults.isEmpty()) {
            return CompletableFuture.completedStage(again(form(
                    scope,
                    destination,
                    typed,
                    faults,
                    List.of(),
                    words().messages().lookAgain())));
        }
        var shown = revision == null ? -1 : revision;
        return waiting.run(scope.application(), () -> changed(scope, id, shown, typed, PayeeDetails.of(wanted)));
    }

    private Response changed(Scope scope, DestinationId id, long shown, PayeeForm typed, PayeeDetails wanted) {
        try {
            edit.edit(scope, id, shown, wanted, visit.person().actor());
        } catch (Refused refused) {
            return refused(scope, id, shown, typed, refused);
        }
        edit.ask(scope, id);
        return Flash.done(DestinationPages.url(scope, id), words().messages().edited());
    }

    private Response refused(Scope scope, DestinationId id, long shown, PayeeForm typed, Refused refused) {
        if (refused.code().equals(EditDestination.REMOVED)) {
            return Flash.refused(
                    DestinationPages.url(scope, id), words().messages().removedMeanwhile());
        }
        var overtaken = shown < 0 ? List.<PayeeChanges.Line>of() : changes.since(scope, id, shown, frame.lang());
        var now = destinations.require(scope, id);
        return again(
                form(scope, now, typed, List.of(), overtaken, words().messages().editedMeanwhile()));
    }

    @POST
    @Path("/removal")
    public Response remove(@BeanParam ScopePath here, @RestPath DestinationId id) {
        var scope = visit.to(here, "destinations");
        destinations.require(scope, id);
        destinations
                .beneficiary(scope, id)
                .ifPresent(known -> remove.remove(scope, known, visit.person().actor()));
        return Flash.done(DestinationPages.url(scope, id), words().messages().removedDone());
    }

    private DestinationChange form(
            Scope scope,
            Destination destination,
            PayeeForm typed,
            List<FieldFault> faults,
            List<PayeeChanges.Line> overtaken,
            @Nullable String problem) {
        var url = DestinationPages.url(scope, destination.id());
        return new DestinationChange(
                url,
                url + "/changes",
                destination.payeeName(),
                Shown.iban(destination.iban()),
                destination.revision(),
                PayeeFields.of(typed, faults, words()),
                overtaken,
                problem);
    }

    private static Response again(DestinationChange form) {
        return Response.status(UNPROCESSABLE).entity(form).build();
    }

    private DestinationWords words() {
        return DestinationWords.in(frame.lang());
    }
}
