package io.sarf.payouts.webhook;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.web.Moment;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/webhooks")
@RolesAllowed(Permission.Name.INTEGRATION)
@Produces(MediaType.TEXT_HTML)
@Blocking
class WebhookPages {
    record Line(
            String page,
            String url,
            String description,
            String events,
            WebhookWords.Badge state,
            @Nullable Moment failingSince) {}

    @CheckedTemplate(basePath = "webhooks", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record EndpointList(String path, List<Line> lines) implements TemplateInstance {}

    /** @param secret shown once; null on every other page */
    @CheckedTemplate(basePath = "webhooks", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Endpoint(
            String back,
            String path,
            Line line,
            boolean on,
            @Nullable String secret,
            @Nullable String overlapUntil,
            boolean rotates)
            implements TemplateInstance {}

    private final Endpoints endpoints;
    private final CurrentMember caller;
    private final Frame frame;
    private final Clock clock;

    WebhookPages(Endpoints endpoints, CurrentMember caller, Frame frame, Clock clock) {
        this.endpoints = endpoints;
        this.caller = caller;
        this.frame = frame;
        this.clock = clock;
    }

    static String path(Scope scope) {
        return scope.path() + "/webhooks";
    }

    @GET
    public TemplateInstance list(@BeanParam ScopePath here) {
        var scope = frame.at(here, "webhooks");
        var words = words();
        var lines = endpoints.all(scope).stream()
                .map(endpoint -> line(scope, endpoint, words))
                .toList();
        return new EndpointList(path(scope), lines);
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@BeanParam ScopePath here, @RestPath UUID id) {
        var scope = frame.at(here, "webhooks");
        return page(scope, endpoints.require(scope, id), null);
    }

    @POST
    @Path("/{id}/secret")
    @RolesAllowed(Permission.Name.SECRETS)
    public Response rotate(@BeanParam ScopePath here, @RestPath UUID id) {
        var scope = frame.at(here, "webhooks");
        try {
            var secret = endpoints.rotate(scope, id, caller.person().actor());
            return Response.ok(page(scope, endpoints.require(scope, id), secret))
                    .build();
        } catch (Refused e) {
            return Flash.refused(path(scope) + "/" + id, words().of(e));
        }
    }

    @POST
    @Path("/{id}/changeover")
    @RolesAllowed(Permission.Name.SECRETS)
    public Response changeover(@BeanParam ScopePath here, @RestPath UUID id) {
        return changed(here, id, endpoints::endOverlap, words().messages().switched());
    }

    @POST
    @Path("/{id}/activation")
    public Response activate(@BeanParam ScopePath here, @RestPath UUID id) {
        return changed(here, id, endpoints::switchOn, words().messages().switchedOn());
    }

    @POST
    @Path("/{id}/deactivation")
    public Response deactivate(@BeanParam ScopePath here, @RestPath UUID id) {
        return changed(here, id, endpoints::switchOff, words().messages().switchedOff());
    }

    private interface Deed {
        void to(Scope scope, UUID endpoint, Actor by);
    }

    private Response changed(ScopePath here, UUID id, Deed deed, String text) {
        var scope = frame.at(here, "webhooks");
        deed.to(scope, id, caller.person().actor());
        return Flash.done(path(scope) + "/" + id, text);
    }

    Endpoint page(Scope scope, WebhookEndpoint endpoint, @Nullable String secret) {
        var words = words();
        var until = endpoint.overlaps(clock.instant()) ? words.timeOrNull(endpoint.overlapUntil()) : null;
        return new Endpoint(
                path(scope),
                path(scope) + "/" + endpoint.id(),
                line(scope, endpoint, words),
                endpoint.state() == WebhookEndpoint.State.ON,
                secret,
                until == null ? null : until.shown(),
                caller.member().may(Permission.SECRETS));
    }

    private static Line line(Scope scope, WebhookEndpoint endpoint, WebhookWords words) {
        return new Line(
                path(scope) + "/" + endpoint.id(),
                endpoint.url(),
                endpoint.description(),
                String.join(", ", endpoint.events()),
                words.of(endpoint.state()),
                words.timeOrNull(endpoint.failingSince()));
    }

    private WebhookWords words() {
        return WebhookWords.in(frame.lang());
    }
}
