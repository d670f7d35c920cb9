package io.sarf.bench;

import io.sarf.development.RunningStack;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One node that does everything, at a constant rate for minutes: does work wait longer and longer? */
final class Steady {
    private static final Duration GOAL = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int SLICE = 10;

    /** @param left milliseconds from the last call's answer to the last acceptance */
    private record Result(Round calls, long accepted, long open, long failed, long left, List<Watch.Sample> samples) {}

    private final RunningStack stack;
    private final Plan plan;

    Steady(RunningStack stack, Plan plan) {
        this.stack = stack;
        this.plan = plan;
    }

    void run() throws Exception {
        var company = new World[1];
        Result result;
        try (var node = Node.start(
                "steady", Benchmark.CHECKOUT, stack, plan, plan.productInLittleMemory(), (servers, tables) -> {
                    tables.forgetWork();
                    company[0] = World.automaticAtSandboxBank(servers, tables);
                    return company[0];
                })) {
            var warmUp = node.pacedCalls(plan.warmUp());
            System.out.println("[bench] steady, warm-up: " + warmUp);
            awaitAccepted(node.database(), company[0]);
            result = measured(node, company[0]);
        }
        var page = plan.page("benchmark-steady.md");
        Files.writeString(page, page(result));
        System.out.println(Files.readString(page));
    }

    private Result measured(Node node, World company) throws Exception {
        var before = accepted(node.database(), company);
        try (var watch = Watch.begin(node.product(), node.database())) {
            var calls = node.pacedCalls(plan.steadySeconds());
            var samples = List.copyOf(watch.end());
            var left = awaitAccepted(node.database(), company);
            var accepted = accepted(node.database(), company);
            var all = node.database().count(company.payouts());
            var failed = node.database()
                    .count(company.payouts() + " AND status IN ('FAILED', 'AUTHORIZATION_FAILED', 'CANCELLED')");
            return new Result(calls, accepted - before, all - accepted - failed, failed, left, samples);
        }
    }

    private static long accepted(Database database, World company) throws SQLException {
        return database.count(company.payouts() + " AND status = 'ACCEPTED_BY_BANK'");
    }

    /** Until the bank has all, or time is over; how long that took. */
    private static long awaitAccepted(Database database, World company) throws SQLException, InterruptedException {
        var began = System.nanoTime();
        while (database.count(company.payouts() + " AND status <> 'ACCEPTED_BY_BANK'") > 0
                && System.nanoTime() - began < LIMIT.toNanos()) {
            Thread.sleep(100);
        }
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    private String page(Result result) throws IOException, SQLException {
        var at = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ROOT)
                .format(Instant.now().atZone(ZoneOffset.UTC));
        var samples = result.samples();
        var longest = samples.stream().mapToLong(Watch.Sample::longest).max().orElse(0);
        return """
                # %d payouts a second for %d seconds

                One node with everything on, at the sandbox bank: it answers the calls, takes each payout to the bank, seals the
                journal and reads what the bank reports. The payouts are automatic and go to a payee that the bank knows. The product runs with
                `-Xmx256m`. Written by `./mvnw -Pbench verify`, %s UTC; do not edit.

                The oldest due work that nobody had claimed waited for **%,d ms** at most (goal: %,d ms). Calls: %s. The bank accepted
                %,d payouts, the last one %,d ms after the last call; %,d were not accepted, %,d of them without a result.

                | queue | p50 | p99 | longest |
                | --- | --- | --- | --- |
                %s
                Live threads: %d at most. Used heap, garbage included: %d MiB at most.

                | seconds | longest waiting | threads | heap | |
                | --- | --- | --- | --- | --- |
                %s
                Read once a second from the work tables and the product's metrics; `all` is the longest of all queues in each second. The
                journal's is the age of the oldest entry that is not sealed. A `#` is 100 ms. Before, %d s at the same rate warm up. Product, bank,
                database and load tool share %s. Load of the machine after: %.2f.
                """.formatted(
                        plan.rate(),
                        plan.steadySeconds(),
                        at,
                        longest,
                        GOAL.toMillis(),
                        result.calls(),
                        result.accepted(),
                        result.left(),
                        result.open() + result.failed(),
                        result.open(),
                        queues(samples),
                        samples.stream().mapToLong(Watch.Sample::threads).max().orElse(0),
                        samples.stream().mapToLong(Watch.Sample::heap).max().orElse(0) >> 20,
                        slices(samples),
                        plan.warmUp(),
                        Machine.described(Database.of(stack)).get("processor"),
                        Machine.load());
    }

    private static String queues(List<Watch.Sample> samples) {
        var rows = new StringBuilder();
        for (var queue : Watch.queues()) {
            rows.append(row(
                    queue,
                    Percentiles.of(samples.stream()
                            .map(sample -> sample.waiting().getOrDefault(queue, 0L))
                            .toList())));
        }
        return rows
                + row(
                        "**all**",
                        Percentiles.of(
                                samples.stream().map(Watch.Sample::longest).toList()));
    }

    private static String row(String name, Percentiles waiting) {
        return "| %s | %,d ms | %,d ms | %,d ms |\n".formatted(name, waiting.p50(), waiting.p99(), waiting.longest());
    }

    private static String slices(List<Watch.Sample> samples) {
        return IntStream.rangeClosed(0, (samples.size() - 1) / SLICE)
                .mapToObj(i -> samples.subList(i * SLICE, Math.min(samples.size(), (i + 1) * SLICE)))
                .map(Steady::slice)
                .collect(Collectors.joining());
    }

    private static String slice(List<Watch.Sample> some) {
        var longest = some.stream().mapToLong(Watch.Sample::longest).max().orElse(0);
        return "| %d–%d | %,d ms | %d | %d MiB | %s |\n"
                .formatted(
                        some.get(0).second(),
                        some.get(some.size() - 1).second(),
                        longest,
                        some.stream().mapToLong(Watch.Sample::threads).max().orElse(0),
                        some.stream().mapToLong(Watch.Sample::heap).max().orElse(0) >> 20,
                        "#".repeat((int) Math.min(60, longest / 100)));
    }
}
