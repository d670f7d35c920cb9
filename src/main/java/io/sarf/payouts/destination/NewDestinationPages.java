package io.sarf.payouts.destination;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.access.PayoutsVisit;
import io.sarf.payouts.api.FieldFault;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Frame;
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
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/destinations")
@RolesAllowed(Permission.Name.PAYOUTS)
@Produces(MediaType.TEXT_HTML)
@Blocking
class NewDestinationPages {
    private static final int UNPROCESSABLE = 422;

    /** @param id chosen when the form is shown, so that sending the form twice adds one destination */
    @CheckedTemplate(basePath = "destination", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DestinationForm(
            String listUrl,
            @Nullable String connectUrl,
            String id,
            PayeeFields fields,
            @Nullable String problem) implements TemplateInstance {}

    /** The typed data differ from an existing destination that can be paid. */
    @CheckedTemplate(basePath = "destination", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DestinationDifference(
            String listUrl,
            String url,
            String action,
            PayeeName payee,
            String iban,
            long revision,
            PayeeForm wanted,
            List<PayeeChanges.Line> lines)
            implements TemplateInstance {}

    private final Destinations destinations;
    private final AddDestination addDestination;
    private final Connections connections;
    private final WaitingCalls waiting;
    private final PayoutsVisit visit;
    private final Frame frame;
    private final Ids ids;

    NewDestinationPages(
            Destinations destinations,
            AddDestination addDestination,
            Connections connections,
            WaitingCalls waiting,
            PayoutsVisit visit,
            Frame frame,
            Ids ids) {
        this.destinations = destinations;
        this.addDestination = addDestination;
        this.connections = connections;
        this.waiting = waiting;
        this.visit = visit;
        this.frame = frame;
        this.ids = ids;
    }

    @GET
    @Path("/new")
    public TemplateInstance empty(@BeanParam ScopePath here) {
        return form(visit.to(here, "destinations"), newId(), PayeeForm.nothing(), List.of(), null);
    }

    @POST
    public CompletionStage<Response> add(
            @BeanParam ScopePath here, @RestForm("id") @Nullable String id, @BeanParam PayeeForm typed) {
        var scope = visit.to(here, "destinations");
        return waiting.run(scope.application(), () -> add(scope, chosen(id), typed));
    }

    private Response add(Scope scope, DestinationId chosen, PayeeForm typed) {
        var wanted = typed.wanted().tidy();
        var faults = wanted.faults();
        if (!faults.isEmpty()) {
            return again(form(scope, chosen, typed, faults, words().messages().lookAgain()));
        }
        if (usedForAnother(scope, chosen, wanted)) {
            return again(
                    form(scope, newId(), typed, List.of(), words().messages().formUsed()));
        }
        try {
            var added = addDestination.add(scope, chosen, wanted, visit.person().actor());
            return added.notTaken().isEmpty()
                    ? Flash.done(DestinationPages.url(scope, added.destination().id()), outcome(scope, chosen, added))
                    : again(difference(scope, wanted, added));
        } catch (Refused e) {
            return again(form(scope, chosen, typed, List.of(), words().of(e)));
        }
    }

    private String outcome(Scope scope, DestinationId chosen, AddDestination.Added added) {
        var messages = words().messages();
        if (addDestination.waitsForCredentials(scope, added.destination())) {
            return messages.addedWaits();
        }
        if (added.destination().id().equals(chosen)) {
            return messages.added();
        }
        return added.again() ? messages.askedAgain() : messages.knownAlready();
    }

    /** Whether the form was sent before and then changed: its id belongs to another payee. */
    private boolean usedForAnother(Scope scope, DestinationId id, NewDestination wanted) {
        return destinations
                .find(scope, id)
                .filter(made ->
                        !made.iban().equals(wanted.iban()) || !made.name().equals(wanted.name()))
                .isPresent();
    }

    private DestinationForm form(
            Scope scope, DestinationId id, PayeeForm typed, List<FieldFault> faults, @Nullable String problem) {
        var connected = !connections.defaultAuthorizers(scope).isEmpty();
        return new DestinationForm(
                DestinationPages.url(scope),
                connected ? null : scope.path() + "/connections/new",
                id.toString(),
                PayeeFields.of(typed, faults, words()),
                problem);
    }

    private DestinationDifference difference(Scope scope, NewDestination wanted, AddDestination.Added added) {
        var known = added.destination();
        var url = DestinationPages.url(scope, known.id());
        var update = PayeeDetails.of(wanted).completedBy(known.details(), known.name());
        return new DestinationDifference(
                DestinationPages.url(scope),
                url,
                url + "/changes",
                known.payeeName(),
                Shown.iban(known.iban()),
                known.revision(),
                PayeeForm.of(known, update),
                words().lines(added.notTaken()));
    }

    private static Response again(TemplateInstance form) {
        return Response.status(UNPROCESSABLE).entity(form).build();
    }

    private DestinationId chosen(@Nullable String id) {
        try {
            return id == null ? newId() : DestinationId.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            return newId();
        }
    }

    private DestinationId newId() {
        return new DestinationId(ids.next());
    }

    private DestinationWords words() {
        return DestinationWords.in(frame.lang());
    }
}
