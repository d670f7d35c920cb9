package io.sarf.payouts.webhook;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * How many attempts this node has under way, at all and for each endpoint. Once half of the places are taken an endpoint
 * gets one at a time, so that slow endpoints cannot fill them all between them.
 */
final class Slots {
    private final int perEndpoint;
    private final int total;
    private final Map<UUID, Integer> used = new HashMap<>();
    private int all;

    Slots(int perEndpoint, int total) {
        this.perEndpoint = perEndpoint;
        this.total = total;
    }

    /** Takes all places the endpoint may have now; returns how many. */
    synchronized int take(UUID endpoint) {
        var most = all < total / 2 ? perEndpoint : 1;
        var free = Math.min(most - used.getOrDefault(endpoint, 0), total - all);
        if (free <= 0) {
            return 0;
        }
        used.merge(endpoint, free, Integer::sum);
        all += free;
        return free;
    }

    synchronized void give(UUID endpoint, int places) {
        if (places > 0) {
            used.computeIfPresent(endpoint, (id, taken) -> taken == places ? null : taken - places);
            all -= places;
        }
    }
}
