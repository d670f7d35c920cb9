package io.sarf.payouts.representative;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.application.ApplicationEnvironment;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.web.Moment;
import io.sarf.payouts.web.PlainText;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

@Path("/representative/applications/{id}")
@RolesAllowed(Permission.Name.REPRESENTATIVE)
@Produces(MediaType.TEXT_HTML)
@Blocking
class RepresentativeApplicationPages {
    static final int REASON_MAX = 300;
    static final int UNPROCESSABLE = 422;

    record Half(String name, boolean enabled, @Nullable Moment requested, List<Switch> switches, String authorizers) {}

    /** @param key identifies the switch on the page */
    record Switch(
            String key,
            String title,
            @Nullable String hint,
            boolean enabled,
            @Nullable Moment requested,
            String action,
            String button,
            String reason,
            @Nullable String error) {}

    @CheckedTemplate(basePath = "representative", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OneApplication(String name, String id, Moment created, List<Half> halves, int reasonMax)
            implements TemplateInstance {}

    private record Typed(@Nullable Environment environment, Feature feature, String reason, String error) {
        static final Typed NOTHING = new Typed(null, Feature.PAYOUTS, "", "");
    }

    private final Applications applications;
    private final SwitchFeature features;
    private final CurrentMember caller;
    private final Frame frame;

    RepresentativeApplicationPages(
            Applications applications, SwitchFeature features, CurrentMember caller, Frame frame) {
        this.applications = applications;
        this.features = features;
        this.caller = caller;
        this.frame = frame;
    }

    @GET
    public TemplateInstance show(@PathParam("id") ApplicationId id) {
        return page(id, Typed.NOTHING);
    }

    /** The address of a refused form, when the browser loads it again. */
    @GET
    @Path("/{environment}/{feature}")
    public Response back(
            @PathParam("id") ApplicationId id,
            @PathParam("environment") Environment environment,
            @PathParam("feature") Feature feature) {
        return Flash.silent(path(id));
    }

    @POST
    @Path("/{environment}/{feature}")
    public Response enable(
            @PathParam("id") ApplicationId id,
            @PathParam("environment") Environment environment,
            @PathParam("feature") Feature feature,
            @RestForm @Nullable String reason) {
        return change(new Scope(id, environment), feature, true, reason);
    }

    @POST
    @Path("/{environment}/{feature}/removal")
    public Response disable(
            @PathParam("id") ApplicationId id,
            @PathParam("environment") Environment environment,
            @PathParam("feature") Feature feature,
            @RestForm @Nullable String reason) {
        return change(new Scope(id, environment), feature, false, reason);
    }

    /** Whether it is 1 to {@link #REASON_MAX} characters of plain text; line breaks are allowed. */
    static boolean isReason(String why) {
        return !why.isEmpty() && why.length() <= REASON_MAX && PlainText.is(why.replaceAll("\\R", " "));
    }

    private Response change(Scope scope, Feature feature, boolean on, @Nullable String reason) {
        var id = scope.application();
        var why = reason == null ? "" : reason.strip();
        if (!isReason(why)) {
            var typed = new Typed(scope.environment(), feature, why, words().reasonInvalid(REASON_MAX));
            return Response.status(UNPROCESSABLE).entity(page(id, typed)).build();
        }
        try {
            features.set(scope, feature, on, caller.person(), why);
        } catch (Refused e) {
            return Flash.refused(path(id), words().stale());
        }
        return Flash.done(path(id), done(feature, on, name(scope.environment(), frame.lang())));
    }

    private String done(Feature feature, boolean on, String environment) {
        return switch (feature) {
            case PAYOUTS -> on ? words().enabledNow(environment) : words().disabledNow(environment);
            case BANK_PORTAL ->
                on ? words().bankPortalEnabledNow(environment) : words().bankPortalDisabledNow(environment);
            case ON_DEMAND -> on ? words().onDemandEnabledNow(environment) : words().onDemandDisabledNow(environment);
        };
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
        var requested = environment.payoutsEnabled() ? null : environment.payoutsRequestedAt();
        var since = requested == null ? null : Moment.of(requested, frame.lang());
        var switches = new ArrayList<Switch>();
        switches.add(feature(environment, Feature.PAYOUTS, since, typed));
        // Without payouts the other features are not offered, but an enabled one can always be disabled.
        for (var feature : List.of(Feature.BANK_PORTAL, Feature.ON_DEMAND)) {
            if (environment.payoutsEnabled() || feature.enabled(environment)) {
                switches.add(feature(environment, feature, null, typed));
            }
        }
        var name = name(scope.environment(), frame.lang());
        return new Half(name, environment.payoutsEnabled(), since, switches, DefaultAuthorizerPages.url(scope));
    }

    private Switch feature(
            ApplicationEnvironment environment, Feature feature, @Nullable Moment requested, Typed typed) {
        var scope = environment.scope();
        var on = feature.enabled(environment);
        var mine = typed.environment() == scope.environment() && typed.feature() == feature;
        var place = path(scope.application()) + "/" + scope.environment().path() + "/" + feature.path();
        return new Switch(
                scope.environment().path() + "-" + feature.path(),
                title(feature),
                hint(feature),
                on,
                requested,
                on ? place + "/removal" : place,
                button(feature, on),
                mine ? typed.reason() : "",
                mine ? typed.error() : null);
    }

    private String title(Feature feature) {
        return switch (feature) {
            case PAYOUTS -> words().payouts();
            case BANK_PORTAL -> words().bankPortal();
            case ON_DEMAND -> words().onDemand();
        };
    }

    private @Nullable String hint(Feature feature) {
        return switch (feature) {
            case PAYOUTS -> null;
            case BANK_PORTAL -> words().bankPortalHint();
            case ON_DEMAND -> words().onDemandHint();
        };
    }

    private String button(Feature feature, boolean on) {
        return switch (feature) {
            case PAYOUTS -> on ? words().disable() : words().enable();
            case BANK_PORTAL -> on ? words().disableBankPortal() : words().enableBankPortal();
            case ON_DEMAND -> on ? words().disableOnDemand() : words().enableOnDemand();
        };
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
