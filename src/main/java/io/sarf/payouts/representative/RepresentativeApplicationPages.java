package io.sarf.payouts.representative;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.platform.Flash;
import io.sarf.payouts.platform.Moment;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Permission;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** One application as the representative sees it: what is enabled, and the switch, with a reason. */
@Path("/representative/applications/{id}")
@RolesAllowed(Permission.Name.REPRESENTATIVE)
@Produces(MediaType.TEXT_HTML)
@Blocking
class RepresentativeApplicationPages {
    private static final int REASON_MAX = 300;
    private static final int UNPROCESSABLE = 422;

    /** @param requested since when they wait; null when they do not */
    record Half(
            String key,
            String name,
            boolean enabled,
            @Nullable Moment requested,
            String action,
            String reason,
            @Nullable String error) {}

    @CheckedTemplate(basePath = "representative", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OneApplication(String name, String id, Moment created, List<Half> halves, int reasonMax)
            implements TemplateInstance {}

    /** What was typed in one of the forms and what is wrong with it. */
    private record Typed(@Nullable Environment environment, String reason, String error) {
        static final Typed NOTHING = new Typed(null, "", "");
    }

    private final Applications applications;
    private final SwitchPayouts payouts;
    private final CurrentMember caller;
    private final Frame frame;

    RepresentativeApplicationPages(
            Applications applications, SwitchPayouts payouts, CurrentMember caller, Frame frame) {
        this.applications = applications;
        this.payouts = payouts;
        this.caller = caller;
        this.frame = frame;
    }

    @GET
    public TemplateInstance show(@PathParam("id") ApplicationId id) {
        return page(id, Typed.NOTHING);
    }

    @POST
    @Path("/{environment}/payouts")
    public Response enable(
            @PathParam("id") ApplicationId id,
            @PathParam("environment") Environment environment,
            @RestForm @Nullable String reason) {
        return change(id, environment, reason, true);
    }

    @POST
    @Path("/{environment}/payouts/removal")
    public Response disable(
            @PathParam("id") ApplicationId id,
            @PathParam("environment") Environment environment,
            @RestForm @Nullable String reason) {
        return change(id, environment, reason, false);
    }

    private Response change(ApplicationId id, Environment environment, @Nullable String reason, boolean on) {
        var why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > REASON_MAX) {
            var typed = new Typed(environment, why, words().reasonInvalid(REASON_MAX));
            return Response.status(UNPROCESSABLE).entity(page(id, typed)).build();
        }
        var scope = new Scope(id, environment);
        try {
            if (on) {
                payouts.enable(scope, caller.person(), why);
            } else {
                payouts.disable(scope, caller.person(), why);
            }
        } catch (Refused e) {
            return Flash.refused(path(id), words().stale());
        }
        var name = name(environment, frame.lang());
        return Flash.done(path(id), on ? words().enabledNow(name) : words().disabledNow(name));
    }

    private OneApplication page(ApplicationId id, Typed typed) {
        var application = applications.require(id);
        var halves = Arrays.stream(Environment.values())
                .map(environment -> half(new Scope(id, environment), typed))
                .toList();
        var created = Moment.of(application.createdAt(), frame.lang());
        return new OneApplication(application.name(), id.toString(), created, halves, REASON_MAX);
    }

    private Half half(Scope scope, Typed typed) {
        var environment = applications.require(scope);
        var mine = typed.environment() == scope.environment();
        var requested = environment.payoutsEnabled() ? null : environment.payoutsRequestedAt();
        var place = path(scope.application()) + "/" + scope.environment().path() + "/payouts";
        return new Half(
                scope.environment().path(),
                name(scope.environment(), frame.lang()),
                environment.payoutsEnabled(),
                requested == null ? null : Moment.of(requested, frame.lang()),
                environment.payoutsEnabled() ? place + "/removal" : place,
                mine ? typed.reason() : "",
                mine ? typed.error() : null);
    }

    static String path(ApplicationId id) {
        return "/representative/applications/" + id;
    }

    static String name(Environment environment, String language) {
        var words = words(language);
        return environment == Environment.SANDBOX ? words.sandbox() : words.production();
    }

    private RepresentativeMessages words() {
        return words(frame.lang());
    }

    private static RepresentativeMessages words(String language) {
        return MessageBundles.get(RepresentativeMessages.class, Localized.Literal.of(language));
    }
}
