package io.sarf.payouts.webhook;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.web.PlainText;
import io.sarf.payouts.webhook.Endpoints.Settings;
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
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/webhooks")
@RolesAllowed(Permission.Name.INTEGRATION)
@Produces(MediaType.TEXT_HTML)
@Blocking
class WebhookFormPages {
    private static final int DESCRIPTION_MAX = 200;
    static final int UNPROCESSABLE = 422;

    record Choice(String type, boolean chosen) {}

    record Errors(
            @Nullable String url,
            @Nullable String description,
            @Nullable String events,
            @Nullable String form) {
        static final Errors NONE = new Errors(null, null, null, null);

        public boolean none() {
            return url == null && description == null && events == null && form == null;
        }
    }

    /** @param version of the endpoint that is changed, empty for a new one */
    @CheckedTemplate(basePath = "webhooks", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record EndpointForm(
            String action,
            String back,
            String id,
            String version,
            String url,
            String description,
            boolean all,
            boolean chosen,
            List<Choice> choices,
            Errors errors)
            implements TemplateInstance {}

    private final Endpoints endpoints;
    private final Targets targets;
    private final WebhookPages pages;
    private final CurrentMember caller;
    private final Frame frame;
    private final Ids ids;

    WebhookFormPages(
            Endpoints endpoints, Targets targets, WebhookPages pages, CurrentMember caller, Frame frame, Ids ids) {
        this.endpoints = endpoints;
        this.targets = targets;
        this.pages = pages;
        this.caller = caller;
        this.frame = frame;
        this.ids = ids;
    }

    @GET
    @Path("/new")
    public TemplateInstance empty(@BeanParam ScopePath here) {
        var scope = frame.at(here, "webhooks");
        return blank(scope, ids.next(), new Settings("", "", new TreeSet<>()), true, Errors.NONE);
    }

    /** @param id from the form: the same form sent again redirects to the existing endpoint */
    @POST
    public Response add(
            @BeanParam ScopePath here,
            @RestForm @Nullable UUID id,
            @RestForm @Nullable String url,
            @RestForm @Nullable String description,
            @RestForm @Nullable String which,
            @RestForm List<String> events) {
        var scope = frame.at(here, "webhooks");
        var chosen = id == null ? ids.next() : id;
        var all = all(which);
        var typed = typed(url, description, all, events);
        var errors = check(scope, typed, all);
        if (errors.none()) {
            try {
                var secret = endpoints.add(scope, chosen, typed, caller.person().actor());
                return secret.isPresent()
                        ? Response.ok(pages.page(scope, endpoints.require(scope, chosen), secret.get()))
                                .build()
                        : Flash.done(
                                WebhookPages.path(scope) + "/" + chosen,
                                words().messages().addedBefore());
            } catch (Refused e) {
                errors = new Errors(null, null, null, words().of(e));
            }
        }
        return again(blank(scope, chosen, typed, all, errors));
    }

    @GET
    @Path("/{id}/settings")
    public TemplateInstance settings(@BeanParam ScopePath here, @RestPath UUID id) {
        var scope = frame.at(here, "webhooks");
        return present(scope, endpoints.require(scope, id), Errors.NONE);
    }

    /** @param version as the form showed it */
    @POST
    @Path("/{id}/settings")
    public Response change(
            @BeanParam ScopePath here,
            @RestPath UUID id,
            @RestForm long version,
            @RestForm @Nullable String url,
            @RestForm @Nullable String description,
            @RestForm @Nullable String which,
            @RestForm List<String> events) {
        var scope = frame.at(here, "webhooks");
        var endpoint = endpoints.require(scope, id);
        var all = all(which);
        var typed = typed(url, description, all, events);
        var errors = check(scope, typed, all);
        if (!errors.none()) {
            return again(filled(scope, endpoint.id(), Long.toString(version), typed, all, errors));
        }
        try {
            endpoints.change(scope, id, version, typed, caller.person().actor());
            return Flash.done(
                    WebhookPages.path(scope) + "/" + id,
                    PlainText.warned(words().messages().saved(), typed.description(), frame.lang()));
        } catch (Refused e) {
            return again(present(scope, endpoint, new Errors(null, null, null, words().of(e))));
        }
    }

    /** Blocks while the host is looked up. */
    private Errors check(Scope scope, Settings typed, boolean all) {
        var words = words();
        String url = null;
        try {
            targets.admit(typed.url(), scope.environment());
        } catch (UrlRefused e) {
            url = words.of(e.fault());
        }
        var description = typed.description().length() > DESCRIPTION_MAX
                ? words.faults().descriptionTooLong()
                : PlainText.is(typed.description()) ? null : PlainText.refusal(frame.lang());
        var none = !all && typed.events().isEmpty();
        return new Errors(url, description, none ? words.faults().eventsNone() : null, null);
    }

    private static Settings typed(
            @Nullable String url, @Nullable String description, boolean all, List<String> events) {
        var chosen = new TreeSet<>(events);
        chosen.retainAll(EventTypes.ALL);
        if (all) {
            chosen.clear();
        }
        return new Settings(url == null ? "" : url.strip(), description == null ? "" : description.strip(), chosen);
    }

    private static boolean all(@Nullable String which) {
        return !"chosen".equals(which);
    }

    private EndpointForm blank(Scope scope, UUID id, Settings typed, boolean all, Errors errors) {
        var path = WebhookPages.path(scope);
        return form(path, path, id, "", typed, all, errors);
    }

    private EndpointForm present(Scope scope, WebhookEndpoint endpoint, Errors errors) {
        var settings = new Settings(endpoint.url(), endpoint.description(), endpoint.events());
        var all = endpoint.events().isEmpty();
        return filled(scope, endpoint.id(), Long.toString(endpoint.version()), settings, all, errors);
    }

    private EndpointForm filled(Scope scope, UUID id, String version, Settings typed, boolean all, Errors errors) {
        var page = WebhookPages.path(scope) + "/" + id;
        return form(page + "/settings", page, id, version, typed, all, errors);
    }

    private static EndpointForm form(
            String action, String back, UUID id, String version, Settings typed, boolean all, Errors errors) {
        var choices = EventTypes.ALL.stream()
                .map(type -> new Choice(type, typed.events().contains(type)))
                .toList();
        return new EndpointForm(
                action, back, id.toString(), version, typed.url(), typed.description(), all, !all, choices, errors);
    }

    private static Response again(EndpointForm form) {
        return Response.status(UNPROCESSABLE).entity(form).build();
    }

    private WebhookWords words() {
        return WebhookWords.in(frame.lang());
    }
}
