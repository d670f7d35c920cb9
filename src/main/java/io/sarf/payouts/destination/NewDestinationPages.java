package io.sarf.payouts.destination;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.access.PayoutsVisit;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.platform.FieldFault;
import io.sarf.payouts.platform.Flash;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.platform.Shown;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Permission;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The form that adds a destination. */
@Path("/dashboard/{application}/{environment}/destinations")
@RolesAllowed(Permission.Name.PAYOUTS)
@Produces(MediaType.TEXT_HTML)
@Blocking
class NewDestinationPages {
    private static final int UNPROCESSABLE = 422;

    /** The fields as the API names them, as they were typed; null where the form did not send one. */
    record Typed(
            @RestForm("name") @Nullable String name,
            @RestForm("display_name") @Nullable String displayName,
            @RestForm("iban") @Nullable String iban,
            @RestForm("address") @Nullable String address,
            @RestForm("city") @Nullable String city,
            @RestForm("country") @Nullable String country,
            @RestForm("currency_iso_code") @Nullable String currency,
            @RestForm("account_number") @Nullable String accountNumber,
            @RestForm("swift_code") @Nullable String swiftCode) {
        // Not a constant: the framework takes a field of this type for something to fill from the form, without end.
        static Typed nothing() {
            return new Typed(null, null, null, null, null, null, null, null, null);
        }

        NewDestination wanted() {
            return new NewDestination(
                    orEmpty(name),
                    orEmpty(displayName),
                    orEmpty(iban),
                    orEmpty(address),
                    orEmpty(city),
                    orEmpty(country),
                    orEmpty(currency),
                    accountNumber,
                    swiftCode);
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    record Option(String value, String label, boolean selected) {}

    /** What is wrong with each field, null where nothing is. */
    record Errors(
            @Nullable String name,
            @Nullable String displayName,
            @Nullable String iban,
            @Nullable String address,
            @Nullable String city,
            @Nullable String country,
            @Nullable String currency,
            @Nullable String accountNumber,
            @Nullable String swiftCode) {}

    /**
     * @param id the new destination's, chosen when the form is shown: the same form sent twice adds one
     * @param connectUrl null when a bank is connected; without one there is no form
     * @param problem what stands above the form, or null
     */
    @CheckedTemplate(basePath = "destination", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DestinationForm(
            String listUrl,
            @Nullable String connectUrl,
            String id,
            Typed typed,
            Errors errors,
            @Nullable String problem,
            List<Option> gulf,
            List<Option> countries,
            List<Option> currencies)
            implements TemplateInstance {}

    private final Destinations destinations;
    private final AddDestination addDestination;
    private final Connections connections;
    private final PayoutsVisit visit;
    private final Frame frame;
    private final Ids ids;

    NewDestinationPages(
            Destinations destinations,
            AddDestination addDestination,
            Connections connections,
            PayoutsVisit visit,
            Frame frame,
            Ids ids) {
        this.destinations = destinations;
        this.addDestination = addDestination;
        this.connections = connections;
        this.visit = visit;
        this.frame = frame;
        this.ids = ids;
    }

    @GET
    @Path("/new")
    public TemplateInstance empty(@RestPath ApplicationId application, @RestPath Environment environment) {
        return form(visit.to(application, environment, "destinations"), newId(), Typed.nothing(), List.of(), null);
    }

    /** @param id of the form, which the new destination gets */
    @POST
    public Response add(
            @RestPath ApplicationId application,
            @RestPath Environment environment,
            @RestForm("id") @Nullable String id,
            @BeanParam Typed typed) {
        var scope = visit.to(application, environment, "destinations");
        var chosen = chosen(id);
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
            return Flash.done(DestinationPages.url(scope, added.id()), outcome(scope, chosen, added));
        } catch (Refused e) {
            return again(form(scope, chosen, typed, List.of(), words().of(e)));
        }
    }

    private String outcome(Scope scope, DestinationId chosen, Destination added) {
        var messages = words().messages();
        if (addDestination.waitsForCredentials(scope, added)) {
            return messages.addedWaits();
        }
        return added.id().equals(chosen) ? messages.added() : messages.knownAlready();
    }

    /** Whether the form was sent before and then altered: what was typed now is not what it made then. */
    private boolean usedForAnother(Scope scope, DestinationId id, NewDestination wanted) {
        return destinations
                .find(scope, id)
                .filter(made ->
                        !made.iban().equals(wanted.iban()) || !made.name().equals(wanted.name()))
                .isPresent();
    }

    private DestinationForm form(
            Scope scope, DestinationId id, Typed typed, List<FieldFault> faults, @Nullable String problem) {
        var language = words().language();
        var country = typed.country();
        var connected = !connections.defaultAuthorizers(scope).isEmpty();
        return new DestinationForm(
                DestinationPages.url(scope),
                connected ? null : scope.path() + "/connections/new",
                id.toString(),
                typed,
                errors(faults),
                problem,
                Countries.GULF.stream()
                        .map(code -> new Option(code, Shown.country(code, language), code.equals(country)))
                        .toList(),
                Countries.others(language).stream()
                        .map(code -> new Option(code, Shown.country(code, language), code.equals(country)))
                        .toList(),
                NewDestination.CURRENCIES.stream()
                        .map(code -> new Option(
                                code,
                                code + " · " + Currency.getInstance(code).getDisplayName(language),
                                code.equals(typed.currency())))
                        .toList());
    }

    private Errors errors(List<FieldFault> faults) {
        var words = words();
        var first = faults.stream().collect(Collectors.toMap(FieldFault::field, words::of, (one, other) -> one));
        return new Errors(
                first.get("name"),
                first.get("display_name"),
                first.get("iban"),
                first.get("address"),
                first.get("city"),
                first.get("country"),
                first.get("currency_iso_code"),
                first.get("account_number"),
                first.get("swift_code"));
    }

    private static Response again(DestinationForm form) {
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
