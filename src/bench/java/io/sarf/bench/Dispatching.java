package io.sarf.bench;

import io.sarf.development.RunningStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** From the call to the bank's acceptance on record, with one node that does everything. */
final class Dispatching {
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final double GOAL = 8;

    /**
     * @param payouts created and accepted
     * @param milliseconds from the first one's creation to the last one's acceptance, as the database has them
     * @param processor milliseconds the product used
     * @param statements the server counted, all connections together
     */
    private record Result(long payouts, long milliseconds, long processor, long statements) {
        double perSecond() {
            return payouts * 1_000.0 / milliseconds;
        }

        @Override
        public String toString() {
            return "%,d payouts in %,d ms, %.0f/s; each %.2f ms of processor time and %.1f statements"
                    .formatted(
                            payouts,
                            milliseconds,
                            perSecond(),
                            (double) processor / payouts,
                            (double) statements / payouts);
        }
    }

    private final RunningStack stack;
    private final Plan plan;
    private final double loadBefore;

    Dispatching(RunningStack stack, Plan plan, double loadBefore) {
        this.stack = stack;
        this.plan = plan;
        this.loadBefore = loadBefore;
    }

    void run() throws Exception {
        if (plan.before() == null) {
            measure(null, null);
            return;
        }
        var stackBefore = Benchmark.stack("bench-stack-before");
        try {
            measure(plan.before(), stackBefore);
        } finally {
            stackBefore.stop();
        }
    }

    private void measure(@Nullable Path checkoutBefore, @Nullable RunningStack stackBefore) throws Exception {
        Recording recording;
        var now = new ArrayList<Result>();
        var before = new ArrayList<Result>();
        try (var bank = QuickBank.start();
                var node = start("now", Benchmark.CHECKOUT, stack, bank);
                Node nodeBefore = checkoutBefore == null || stackBefore == null
                        ? null
                        : start("before", checkoutBefore, stackBefore, bank)) {
            warm("now", node);
            if (nodeBefore != null) {
                warm("before", nodeBefore);
            }
            for (var i = 0; i < plan.rounds(); i++) {
                now.add(round("now", node));
                if (nodeBefore != null) {
                    before.add(round("before", nodeBefore));
                }
            }
            var last = round("profiled", node);
            recording = Recording.last(node.product(), (int) Math.max(1, last.milliseconds() / 1_000));
        }
        var page = plan.page("benchmark-dispatch.md");
        Files.writeString(page, page(now, before, recording));
        System.out.println("[bench] " + page);
    }

    private Node start(String name, Path checkout, RunningStack servers, QuickBank bank) throws Exception {
        var settings = new ArrayList<>(plan.product());
        settings.add("-Dsarf.bank.sandbox.url=" + bank.address());
        return Node.start(name, checkout, servers, plan, settings, World::automatic);
    }

    private void warm(String name, Node node) throws Exception {
        var end = System.nanoTime() + Duration.ofSeconds(plan.warmUp()).toNanos();
        while (System.nanoTime() < end) {
            round(name + ", warm-up", node);
        }
    }

    /** A quarter of the time goes to calls; then nothing but what they have left to be done. */
    private Result round(String name, Node node) throws Exception {
        node.database().restLookUps();
        var processor = node.product().processorTime();
        var statements = node.database().counters().getOrDefault("Questions", 0L);
        var begin = node.database().value("SELECT COALESCE(MAX(created_at), '2000-01-01') FROM payout");
        var calls = node.calls(Math.max(2, plan.seconds() / 4));
        if (calls.faults() > 0) {
            throw new IOException(calls.faults() + " calls failed");
        }
        var of = "created_at > '" + begin + "'";
        awaitAccepted(node.database(), of);
        var payouts = node.database().count("payout WHERE " + of);
        var span = Long.parseLong(node.database()
                .value("SELECT TIMESTAMPDIFF(MICROSECOND, (SELECT MIN(created_at) FROM payout WHERE " + of + "),"
                        + " (SELECT MAX(occurred_at) FROM journal_entry WHERE type = 'payout.accepted'"
                        + " AND occurred_at > '" + begin + "'))"));
        var used = node.product().processorTime().minus(processor).toMillis();
        statements = node.database().counters().getOrDefault("Questions", 0L) - statements;
        var result = new Result(payouts, Math.max(1, span / 1_000), used, statements);
        System.out.println("[bench] " + name + ": " + result);
        return result;
    }

    private static void awaitAccepted(Database database, String of)
            throws SQLException, IOException, InterruptedException {
        var end = System.nanoTime() + LIMIT.toNanos();
        while (database.count("payout WHERE status <> 'ACCEPTED_BY_BANK' AND " + of) > 0) {
            if (System.nanoTime() > end) {
                throw new IOException("The bank has not accepted all after " + LIMIT);
            }
            Thread.sleep(200);
        }
    }

    private String page(List<Result> now, List<Result> before, Recording recording) throws IOException, SQLException {
        var lines = IntStream.range(0, now.size())
                .mapToObj(i -> before.isEmpty()
                        ? "| %d | %s |".formatted(i + 1, now.get(i))
                        : "| %d | %s | %s |".formatted(i + 1, now.get(i), before.get(i)))
                .collect(Collectors.joining("\n"));
        var at = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ROOT)
                .format(Instant.now().atZone(ZoneOffset.UTC));
        var head =
                before.isEmpty() ? "| round | now |\n| --- | --- |" : "| round | now | before |\n| --- | --- | --- |";
        return """
                # To the bank and back

                How many payouts a second one node takes from the call to *accepted by the bank*, while it also answers the calls, seals
                the journal and does all else that it does by default. Written by `./mvnw -Pbench verify`, %s UTC; do not edit.

                **%,.0f payouts/s**%s (medians of %d rounds, after %d s that warm up).

                %s
                %s

                The payouts are automatic: each is sent to the bank as an order and authorized with the default authorizer's credentials. The
                bank is a process of its own on the same machine, keeps its orders in memory, and answers each call after %d ms, any number at
                once. Calls come over %d connections, each the next when the one before is answered, for %d s; counted is the time from the
                first payout's creation to the last one's acceptance, as the database has them. Before a round, what earlier ones left to be
                looked up is put to rest. Product, bank, database and load tool share %s. Load of the machine before: %.2f.

                ## Where the product's processor time goes

                In Java, over one more round. Time in the kernel is not seen.

                | part | share |
                | --- | --- |
                %s""".formatted(
                        at,
                        median(now),
                        before.isEmpty()
                                ? ""
                                : ", **%.1f times** the %,.0f of %s, the build before (goal: %.0f times)"
                                        .formatted(
                                                median(now) / median(before),
                                                median(before),
                                                Machine.commit(plan.before()),
                                                GOAL),
                        now.size(),
                        plan.warmUp(),
                        head,
                        lines,
                        QuickBank.MILLISECONDS,
                        plan.connections(),
                        Math.max(2, plan.seconds() / 4),
                        Machine.described(Database.of(stack)).get("processor"),
                        loadBefore,
                        recording.rows());
    }

    private static double median(List<Result> results) {
        return results.stream().map(Result::perSecond).sorted().toList().get(results.size() / 2);
    }
}
