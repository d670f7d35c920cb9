package io.sarf.payouts.requestlog;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.sarf.payouts.api.ApiExchange;
import io.sarf.payouts.api.ApiPaths;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.client.CallOwner;
import io.sarf.payouts.platform.Buckets;
import io.sarf.payouts.platform.Ids;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Records each call of the API after its answer is sent. */
@Singleton
class CallRecorder {
    /** Above authentication (200), so that its work is seen; below the filter that sets the correlation id (250). */
    private static final int PLACE = 240;

    private static final Set<Integer> TURNED_AWAY = Set.of(401, 429);
    private static final int TURNED_AWAY_KEPT = 60;
    private static final int REMEMBERED = 1_000;

    private final CallLog log;
    private final Ids ids;
    private final Clock clock;
    private final Buckets<Scope> turnedAway;

    CallRecorder(CallLog log, Ids ids, Clock clock) {
        this.log = log;
        this.ids = ids;
        this.clock = clock;
        this.turnedAway = new Buckets<>(TURNED_AWAY_KEPT, Duration.ofMinutes(1), REMEMBERED, clock);
    }

    void register(@Observes Filters filters) {
        filters.register(this::follow, PLACE);
    }

    private void follow(RoutingContext call) {
        if (ApiPaths.contains(call)) {
            var id = ids.next();
            var began = clock.instant();
            call.addEndHandler(end -> ended(call, id, began, end.succeeded()));
        }
        call.next();
    }

    private void ended(RoutingContext call, UUID id, Instant began, boolean answered) {
        var owner = CallOwner.of(call);
        var status = call.response().getStatusCode();
        // Refused calls have no rate limit of their own, so the log limits how many it records.
        var turned = TURNED_AWAY.contains(status);
        if (owner == null || (turned && turnedAway.take(owner).isPresent())) {
            return;
        }
        var request = call.request();
        log.add(new ReceivedCall(
                id,
                owner,
                began,
                (int) Math.max(0, Duration.between(began, clock.instant()).toMillis()),
                request.method().name(),
                request.uri(),
                answered ? status : null,
                Objects.toString(call.response().headers().get("lean-correlation-id"), ""),
                ReceivedCall.Part.of(ApiExchange.asked(call)),
                ReceivedCall.Part.of(ApiExchange.answered(call))));
    }
}
