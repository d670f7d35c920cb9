package io.sarf.payouts.webhook;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.web.Moment;
import io.sarf.payouts.webhook.WebhookDelivery.Status;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/webhooks")
@RolesAllowed(Permission.Name.INTEGRATION)
@Produces(MediaType.TEXT_HTML)
@Blocking
class WebhookDeliveryPages {
    private static final int PAGE = 50;

    record Line(
            String page,
            String event,
            String type,
            WebhookWords.Badge status,
            Moment created,
            int attempts,
            @Nullable Moment next) {}

    /** @param event the id of the next test event */
    @CheckedTemplate(basePath = "webhooks", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DeliveryList(
            String endpoint,
            String url,
            boolean on,
            String event,
            String status,
            List<Line> lines,
            @Nullable String older,
            String zone,
            String since,
            @Nullable String sinceError)
            implements TemplateInstance {}

    record Try(
            String title,
            Moment at,
            String outcome,
            String kind,
            String requestHeaders,
            String responseHeaders,
            String response) {}

    @CheckedTemplate(basePath = "webhooks", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Delivery(String endpoint, String url, Line line, String body, List<Try> attempts)
            implements TemplateInstance {}

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final Frame frame;
    private final Ids ids;

    WebhookDeliveryPages(Endpoints endpoints, Deliveries deliveries, Frame frame, Ids ids) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.frame = frame;
        this.ids = ids;
    }

    @GET
    @Path("/{endpoint}/deliveries")
    public TemplateInstance list(
            @BeanParam ScopePath here,
            @RestPath UUID endpoint,
            @RestQuery @Nullable String status,
            @RestQuery @Nullable UUID before) {
        var scope = frame.at(here, "webhooks");
        return list(scope, endpoints.require(scope, endpoint), status, before, "", null);
    }

    @GET
    @Path("/{endpoint}/deliveries/{id}")
    public TemplateInstance show(@BeanParam ScopePath here, @RestPath UUID endpoint, @RestPath UUID id) {
        var scope = frame.at(here, "webhooks");
        var receiver = endpoints.require(scope, endpoint);
        var delivery = deliveries.require(scope, endpoint, id);
        var words = words();
        var attempts = deliveries.attempts(scope, delivery).stream()
                .map(attempt -> new Try(
                        words.messages().attempt(attempt.number()),
                        words.time(attempt.attemptedAt()),
                        words.of(attempt),
                        Integer.valueOf(200).equals(attempt.status()) ? "done" : "failed",
                        attempt.requestHeaders(),
                        attempt.responseHeaders(),
                        attempt.response()))
                .toList();
        return new Delivery(
                page(scope, endpoint), receiver.url(), line(scope, delivery, words), delivery.body(), attempts);
    }

    /** @param event chosen when the form is shown, so that the same form sent twice makes one event */
    @POST
    @Path("/{endpoint}/test-events")
    public Response test(@BeanParam ScopePath here, @RestPath UUID endpoint, @RestForm @Nullable UUID event) {
        var scope = frame.at(here, "webhooks");
        if (endpoints.require(scope, endpoint).state() != WebhookEndpoint.State.ON) {
            return Flash.refused(page(scope, endpoint), words().faults().isOff());
        }
        var delivery = deliveries.test(scope, endpoint, event == null ? ids.next() : event);
        return Flash.done(
                page(scope, endpoint) + "/deliveries/" + delivery,
                words().messages().testSent());
    }

    @POST
    @Path("/{endpoint}/deliveries/{id}/resending")
    public Response resend(@BeanParam ScopePath here, @RestPath UUID endpoint, @RestPath UUID id) {
        var scope = frame.at(here, "webhooks");
        var page = page(scope, endpoint) + "/deliveries/" + id;
        deliveries.require(scope, endpoint, id);
        if (endpoints.require(scope, endpoint).state() != WebhookEndpoint.State.ON) {
            return Flash.refused(page, words().faults().isOff());
        }
        deliveries.resend(scope, endpoint, id);
        return Flash.done(page, words().messages().resent());
    }

    /** @param since local date and time in the reader's zone, as HTML's datetime-local sends it */
    @POST
    @Path("/{endpoint}/resendings")
    public Response resendSince(
            @BeanParam ScopePath here,
            @RestPath UUID endpoint,
            @RestForm @Nullable String since,
            @RestForm @Nullable String which) {
        var scope = frame.at(here, "webhooks");
        var receiver = endpoints.require(scope, endpoint);
        if (receiver.state() != WebhookEndpoint.State.ON) {
            return Flash.refused(
                    page(scope, endpoint) + "/deliveries", words().faults().isOff());
        }
        var typed = since == null ? "" : since.strip();
        var from = Moment.typed(typed);
        if (from == null) {
            var error = words().faults().sinceMalformed();
            return Response.status(WebhookFormPages.UNPROCESSABLE)
                    .entity(list(scope, receiver, null, null, typed, error))
                    .build();
        }
        var count = deliveries.resendSince(scope, endpoint, from, !"all".equals(which));
        var said = words().messages().resentMany(count);
        return Flash.done(page(scope, endpoint) + "/deliveries", said);
    }

    private DeliveryList list(
            Scope scope,
            WebhookEndpoint endpoint,
            @Nullable String status,
            @Nullable UUID before,
            String since,
            @Nullable String sinceError) {
        var filter = filter(status);
        var found = deliveries.newest(scope, endpoint.id(), filter, before, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var words = words();
        var name = filter == null ? "" : filter.name().toLowerCase(Locale.ROOT);
        return new DeliveryList(
                page(scope, endpoint.id()),
                endpoint.url(),
                endpoint.state() == WebhookEndpoint.State.ON,
                ids.next().toString(),
                name,
                shown.stream().map(delivery -> line(scope, delivery, words)).toList(),
                found.size() > PAGE
                        ? "?status=" + name + "&before=" + shown.get(PAGE - 1).id()
                        : null,
                Moment.zone().getId(),
                since,
                sinceError);
    }

    private static @Nullable Status filter(@Nullable String name) {
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    private static Line line(Scope scope, WebhookDelivery delivery, WebhookWords words) {
        return new Line(
                page(scope, delivery.endpoint()) + "/deliveries/" + delivery.id(),
                delivery.event().toString(),
                delivery.eventType(),
                words.of(delivery.status()),
                words.time(delivery.createdAt()),
                delivery.attempts(),
                words.timeOrNull(delivery.dueAt()));
    }

    private static String page(Scope scope, UUID endpoint) {
        return WebhookPages.path(scope) + "/" + endpoint;
    }

    private WebhookWords words() {
        return WebhookWords.in(frame.lang());
    }
}
