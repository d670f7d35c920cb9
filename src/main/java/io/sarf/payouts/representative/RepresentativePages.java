package io.sarf.payouts.representative;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Application;
import io.sarf.payouts.application.ApplicationEnvironment;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.quarantine.Quarantine;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.FreshSignIn;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.web.Moment;
import io.sarf.payouts.web.Shown;
import io.sarf.payouts.workqueue.ParkedWork;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@AcrossApplications("The representative serves all applications")
@Path("/representative")
@RolesAllowed(Permission.Name.REPRESENTATIVE)
@Produces(MediaType.TEXT_HTML)
@Blocking
class RepresentativePages {
    private static final int SEARCH_MAX = 120;

    record Request(String application, String environment, Moment since, String url) {}

    /** @param reason as typed, when it was refused */
    record QuarantinedRow(
            String application,
            String environment,
            String bank,
            String iban,
            String reference,
            String bankSays,
            Moment seen,
            String url,
            String key,
            String reason,
            @Nullable String error) {}

    record Found(String name, Moment created, String url) {}

    private record Typed(@Nullable UUID order, String reason, String error) {
        static final Typed NOTHING = new Typed(null, "", "");
    }

    @CheckedTemplate(basePath = "representative", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Console(
            List<QuarantinedRow> quarantined,
            int parked,
            String parkedUrl,
            List<Request> requests,
            String search,
            List<Found> found,
            int reasonMax)
            implements TemplateInstance {}

    private final Applications applications;
    private final Quarantine quarantine;
    private final ParkedWork parked;
    private final FreshSignIn fresh;
    private final Banks banks;
    private final CurrentMember caller;
    private final Frame frame;

    RepresentativePages(
            Applications applications,
            Quarantine quarantine,
            ParkedWork parked,
            FreshSignIn fresh,
            Banks banks,
            CurrentMember caller,
            Frame frame) {
        this.applications = applications;
        this.quarantine = quarantine;
        this.parked = parked;
        this.fresh = fresh;
        this.banks = banks;
        this.caller = caller;
        this.frame = frame;
    }

    @GET
    public TemplateInstance console(@RestQuery @Nullable String search) {
        var text = search == null ? "" : search.strip();
        return page(text.length() > SEARCH_MAX ? text.substring(0, SEARCH_MAX) : text, Typed.NOTHING);
    }

    /** The address of a refused form, when the browser loads it again. */
    @GET
    @Path("/quarantine/{order}/clearance")
    public Response back(@PathParam("order") UUID order) {
        return Flash.silent("/representative");
    }

    @POST
    @Path("/quarantine/{order}/clearance")
    public Response clear(@PathParam("order") UUID order, @RestForm @Nullable String reason) {
        var why = reason == null ? "" : reason.strip();
        if (!RepresentativeApplicationPages.isReason(why)) {
            var typed = new Typed(order, why, words().reasonInvalid(RepresentativeApplicationPages.REASON_MAX));
            return Response.status(RepresentativeApplicationPages.UNPROCESSABLE)
                    .entity(page("", typed))
                    .build();
        }
        fresh.require(caller.person());
        try {
            quarantine.clear(order, why, caller.person().representative());
        } catch (Refused e) {
            return Flash.refused("/representative", words().stale());
        }
        return Flash.done("/representative", words().cleared());
    }

    private Console page(String part, Typed typed) {
        return new Console(
                quarantine.open().stream()
                        .map(quarantined -> quarantined(quarantined, typed))
                        .toList(),
                parked.newest().size(),
                ParkedWorkPages.URL,
                applications.requests().stream().map(this::request).toList(),
                part,
                applications.search(part).stream().map(this::found).toList(),
                RepresentativeApplicationPages.REASON_MAX);
    }

    private QuarantinedRow quarantined(Quarantine.Entry quarantined, Typed typed) {
        var mine = quarantined.id().equals(typed.order());
        return new QuarantinedRow(
                applications.require(quarantined.scope().application()).name(),
                RepresentativeApplicationPages.name(quarantined.scope().environment(), frame.lang()),
                banks.name(quarantined.bank(), frame.lang()),
                Shown.iban(quarantined.iban()),
                quarantined.reference(),
                quarantined.bankSays(),
                Moment.of(quarantined.seenAt(), frame.lang()),
                "/representative/quarantine/" + quarantined.id() + "/clearance",
                "clear-" + quarantined.id(),
                mine ? typed.reason() : "",
                mine ? typed.error() : null);
    }

    private RepresentativeMessages words() {
        return MessageBundles.get(RepresentativeMessages.class, Localized.Literal.of(frame.lang()));
    }

    private Request request(ApplicationEnvironment environment) {
        var application = applications.require(environment.scope().application());
        var since = environment.payoutsRequestedAt();
        return new Request(
                application.name(),
                RepresentativeApplicationPages.name(environment.scope().environment(), frame.lang()),
                Moment.of(since == null ? Instant.EPOCH : since, frame.lang()),
                RepresentativeApplicationPages.path(application.id()));
    }

    private Found found(Application application) {
        return new Found(
                application.name(),
                Moment.of(application.createdAt(), frame.lang()),
                RepresentativeApplicationPages.path(application.id()));
    }
}
