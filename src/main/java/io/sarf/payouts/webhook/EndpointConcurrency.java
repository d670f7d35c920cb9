package io.sarf.payouts.webhook;

import io.sarf.payouts.work.InFlight;
import java.util.UUID;

/**
 * How many attempts this node may have under way, in all and for each endpoint. Once half of all are under way an endpoint
 * gets one at a time, so that slow endpoints cannot take them all between them.
 */
final class EndpointConcurrency {
    private final int perEndpoint;
    private final int total;
    private final InFlight<UUID> attempts;

    EndpointConcurrency(int perEndpoint, int total) {
        this.perEndpoint = perEndpoint;
        this.total = total;
        this.attempts = new InFlight<>(total);
    }

    /** Takes all that the endpoint may have now; returns how many. */
    synchronized int take(UUID endpoint) {
        return attempts.take(endpoint, attempts.count() < total / 2 ? perEndpoint : 1);
    }

    void give(UUID endpoint, int count) {
        attempts.give(endpoint, count);
    }
}
