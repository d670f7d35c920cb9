package io.sarf.bench;

import java.util.Collection;

/** Of values of one unit. */
record Percentiles(long p50, long p99, long longest, int count) {

    static Percentiles of(Collection<Long> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.isEmpty()
                ? new Percentiles(0, 0, 0, 0)
                : new Percentiles(
                        sorted.get((sorted.size() - 1) / 2),
                        sorted.get((sorted.size() * 99 + 99) / 100 - 1),
                        sorted.get(sorted.size() - 1),
                        sorted.size());
    }
}
