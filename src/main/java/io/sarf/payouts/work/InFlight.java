package io.sarf.payouts.work;

import java.util.HashMap;
import java.util.Map;

/** Counts this node's concurrent calls, per target (an endpoint, a bank) and in all. */
public final class InFlight<T> {
    private final int total;
    private final Map<T, Integer> calls = new HashMap<>();
    private int all;

    public InFlight(int total) {
        this.total = total;
    }

    /** Reserves free calls, at most {@code limit} for the target; returns their number. */
    public int take(T target, int limit) {
        return take(target, limit, Integer.MAX_VALUE);
    }

    /** Reserves no more than {@code most} of them. */
    public synchronized int take(T target, int limit, int most) {
        var free = Math.max(0, Math.min(most, Math.min(limit - calls.getOrDefault(target, 0), total - all)));
        if (free > 0) {
            calls.merge(target, free, Integer::sum);
            all += free;
        }
        return free;
    }

    public synchronized void give(T target, int count) {
        if (count > 0) {
            calls.computeIfPresent(target, (any, taken) -> taken == count ? null : taken - count);
            all -= count;
        }
    }

    public synchronized int count() {
        return all;
    }
}
