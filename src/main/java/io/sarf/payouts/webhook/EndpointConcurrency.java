package io.sarf.payouts.webhook;

import io.sarf.payouts.work.InFlight;
import java.util.UUID;

/**
 * When half of the total is in use, each endpoint gets one attempt at a time, so that slow ones cannot use up the
 * total.
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

    synchronized int take(UUID endpoint) {
        return attempts.take(endpoint, attempts.count() < total / 2 ? perEndpoint : 1);
    }

    void give(UUID endpoint, int count) {
        attempts.give(endpoint, count);
    }
}
