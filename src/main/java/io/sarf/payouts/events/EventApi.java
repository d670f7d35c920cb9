package io.sarf.payouts.events;

import io.sarf.payouts.api.ApiJson;
import io.sarf.payouts.api.ApiPage;
import io.sarf.payouts.api.QueryFields;
import io.sarf.payouts.client.CurrentClient;
import io.sarf.payouts.contract.Described;
import io.sarf.payouts.contract.QueryField;
import io.sarf.payouts.contract.TakesQuery;
import io.sarf.payouts.journal.EventHistory;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The events of an environment, for a back end that polls or has missed a webhook. */
@Path("/events/v1")
@Tag(name = "Events")
@Produces(MediaType.APPLICATION_JSON)
class EventApi {
    private static final Duration RETENTION = Duration.ofDays(90);
    private static final int PAGE_MAX = 100;

    private final CurrentClient client;
    private final EventHistory events;
    private final Clock clock;

    EventApi(CurrentClient client, EventHistory events, Clock clock) {
        this.client = client;
        this.events = events;
        this.clock = clock;
    }

    /** The last 90 days, newest first; or, with {@code after}, every later event, oldest first and without gaps. */
    @GET
    @RolesAllowed("webhook.read")
    @Described(
            operationId = "listEvents",
            summary = "List events",
            description = "The last 90 days, newest first; with after, every event behind that sequence in order.")
    @TakesQuery({QueryField.PAGE, QueryField.SIZE, QueryField.FROM, QueryField.TO, QueryField.TYPE, QueryField.AFTER})
    public EventView list(@Context UriInfo uri) {
        var query = new QueryFields(uri.getQueryParameters());
        var number = query.number("page", 0, 0, 1_000_000);
        var size = query.number("size", 50, 1, PAGE_MAX);
        var after = query.large("after");
        var oldest = after == null ? clock.instant().minus(RETENTION) : Instant.EPOCH;
        var from = query.from("from");
        var wanted = new EventHistory.Wanted(
                from == null || from.isBefore(oldest) ? oldest : from, query.to("to"), query.text("type", 60), after);
        query.raise();
        var scope = client.scope();
        var found = events.find(scope, wanted, number * size, size);
        return new EventView(
                found.stream().map(EventApi::view).toList(),
                ApiPage.of(number, size, events.count(scope, wanted, ApiPage.COUNTED + 1), null));
    }

    private static EventView.Event view(EventHistory.Event event) {
        return new EventView.Event(
                ApiJson.tree(event.payload()), event.type(), event.message(), event.at(), event.id(), event.sequence());
    }
}
