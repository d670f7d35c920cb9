package io.sarf.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much is measured. Each number is a system property, so that the whole way can be tried with a small load.
 *
 * @param rounds of each kind, in turns; an odd number, since the median is told
 * @param seconds of each round
 * @param warmUp seconds before anything counts, for each program
 * @param connections of the load tool, each with one call at a time
 * @param threads of the bare program, each with a connection
 * @param rate calls a second where waiting is measured
 * @param rateSeconds of each round at that rate
 * @param oneCode payouts that one code lets go
 * @param bulkRows of the bulk payment beside which others are served
 * @param neighbourSeconds how long others are watched before the bulk payment; twice as long after it
 * @param journalRows entries that are in the journal before its keys are measured
 * @param steadySeconds how long calls come at the rate while all queues are watched
 * @param growthRows payouts of the large company whose pages are measured
 * @param growthRequests counted of each of its pages
 * @param only the one thing to measure, {@code creation}, {@code dispatch}, {@code one-code}, {@code neighbours}, {@code steady},
 *     {@code bulk}, {@code journal} or {@code growth}; empty for everything
 * @param before another checkout with a built package, measured in turns with this one; null without
 * @param product more settings for the started product, for example {@code -Dsarf.api.nodes=2}
 */
record Plan(
        int rounds,
        int seconds,
        int warmUp,
        int connections,
        int threads,
        int rate,
        int rateSeconds,
        int oneCode,
        int bulkRows,
        int neighbourSeconds,
        long journalRows,
        int steadySeconds,
        int growthRows,
        int growthRequests,
        String only,
        @Nullable Path before,
        List<String> product) {

    private static final int ONE_CODE = 500;
    private static final int BULK_ROWS = 10_000;
    private static final int NEIGHBOUR_SECONDS = 60;
    private static final int JOURNAL_ROWS = 2_000_000;
    private static final int STEADY_SECONDS = 300;
    private static final int GROWTH_ROWS = 10_000_000;
    private static final int GROWTH_REQUESTS = 200;

    static Plan fromProperties() {
        var more = System.getProperty("bench.product", "").strip();
        return new Plan(
                Integer.getInteger("bench.rounds", 5),
                Integer.getInteger("bench.seconds", 20),
                Integer.getInteger("bench.warm-up", 180),
                Integer.getInteger("bench.connections", 64),
                Integer.getInteger("bench.threads", 16),
                Integer.getInteger("bench.rate", 100),
                Integer.getInteger("bench.rate-seconds", 30),
                Integer.getInteger("bench.one-code", ONE_CODE),
                Integer.getInteger("bench.bulk-rows", BULK_ROWS),
                Integer.getInteger("bench.neighbour-seconds", NEIGHBOUR_SECONDS),
                Integer.getInteger("bench.journal-rows", JOURNAL_ROWS),
                Integer.getInteger("bench.steady-seconds", STEADY_SECONDS),
                Integer.getInteger("bench.growth-rows", GROWTH_ROWS),
                Integer.getInteger("bench.growth-requests", GROWTH_REQUESTS),
                System.getProperty("bench.only", ""),
                System.getProperty("bench.before") == null ? null : Path.of(System.getProperty("bench.before")),
                more.isEmpty() ? List.of() : List.of(more.split("\\s+")));
    }

    boolean includes(String what) {
        return only.isEmpty() || only.equals(what);
    }

    /** The product's settings where its memory is limited. */
    List<String> productInLittleMemory() {
        return Stream.concat(Stream.of("-Xmx256m"), product.stream()).toList();
    }

    /** Where the page of a part goes: only the full load is documentation. */
    Path page(String name) {
        return Path.of(full() ? "docs" : "target", name);
    }

    private boolean full() {
        return rounds >= 5
                && seconds >= 20
                && warmUp >= 180
                && rateSeconds >= 30
                && oneCode >= ONE_CODE
                && bulkRows >= BULK_ROWS
                && neighbourSeconds >= NEIGHBOUR_SECONDS
                && journalRows >= JOURNAL_ROWS
                && steadySeconds >= STEADY_SECONDS
                && growthRows >= GROWTH_ROWS
                && growthRequests >= GROWTH_REQUESTS;
    }
}
