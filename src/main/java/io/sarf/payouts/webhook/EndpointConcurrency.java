package io.sarf.payouts.webhook;

import io.sarf.payouts.work.InFlight;
import java.util.UUID;

/**
 * Limits the concurrent attempts of this node, in total and for each endpoint. When half of the total is in use, each
 * endpoint gets one at a time, so that slow endpoints cannot use up the total.
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

    /**
     * Reserves as many attempts as the endpoint may have now.
     *
     * @return how many
     */
    synchronized int take(UUID endpoint) {
        return attempts.take(endpoint, attempts.count() < total / 2 ? perEndpoint : 1);
    }

    void give(UUID endpoint, int count) {
        attempts.give(endpoint, count);
    }
}
