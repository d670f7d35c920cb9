package io.sarf.bench;

import io.sarf.development.RunningStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One company posts a bulk payment of 10,000 rows; another asks for a token and for its banks once a second meanwhile. */
final class Neighbours {

    private static final String ONE_AMOUNT = "10.10";
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Milliseconds of each call that was answered with 200, in order of time, and how many were not. */
    private static final class Calls {
        private final List<Long> answered = new ArrayList<>();
        private int failed;

        long percentile(int percent) {
            var sorted = answered.stream().sorted().toList();
            return sorted.isEmpty() ? -1 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
        }

        String row(String name) {
            return "| %s | %d | %d | %,d ms | %,d ms | %,d ms |"
                    .formatted(name, answered.size() + failed, failed, percentile(50), percentile(99), percentile(100));
        }
    }

    private final RunningStack stack;
    private final Database database;
    private final Plan plan;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Neighbours(RunningStack stack, Database database, Plan plan) {
        this.stack = stack;
        this.database = database;
        this.plan = plan;
    }

    void run() throws Exception {
        try (var product = StartedProduct.start(stack, plan.product())) {
            database.forgetWork();
            var busy = World.create(stack, database);
            var neighbour = World.withoutBank(stack, database);
            var alone = new Calls();
            for (var i = 0; i < plan.neighbourSeconds(); i++) {
                call(product, neighbour, alone);
            }
            var began = System.nanoTime();
            var bulk = posted(product, busy);
            var beside = new Calls();
            while (!bulk.isDone() && since(began).compareTo(LIMIT) < 0) {
                call(product, neighbour, beside);
            }
            var accepted = bulk.isDone() ? since(began) : null;
            var after = new Calls();
            for (var end = since(began).plusSeconds(2L * plan.neighbourSeconds());
                    since(began).compareTo(end) < 0; ) {
                call(product, neighbour, after);
            }
            var waiting = database.count(busy.waiting());
            var page = plan.page("benchmark-neighbours.md");
            Files.writeString(page, page(alone, beside, after, accepted, waiting));
            System.out.println(Files.readString(page));
            if (bulk.isDone()) {
                bulk.get();
            }
        }
    }

    private CompletableFuture<Void> posted(StartedProduct product, World busy) {
        return CompletableFuture.runAsync(() -> {
            try {
                busy.caller(product)
                        .post(product, BulkBody.PATH, BulkBody.toKnownPayee(busy, plan.bulkRows(), false, ONE_AMOUNT));
            } catch (IOException e) {
                throw new IllegalStateException("The bulk payment was not accepted", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** A token and the banks with it, then the rest of the second. */
    private void call(StartedProduct product, World neighbour, Calls calls) throws InterruptedException {
        var began = System.nanoTime();
        try {
            var token = neighbour.caller(product).token();
            calls.answered.add(since(began).toMillis());
            var asked = System.nanoTime();
            var banks = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + product.port() + "/banks/v1"))
                            .header("Authorization", "Bearer " + token)
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.discarding());
            if (banks.statusCode() == 200) {
                calls.answered.add(since(asked).toMillis());
            } else {
                calls.failed++;
            }
        } catch (IOException failure) {
            System.out.println("[bench] A neighbour's call failed: " + failure.getMessage());
            calls.failed++;
        }
        Thread.sleep(Math.max(0, EVERY.minus(since(began)).toMillis()));
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private String page(Calls alone, Calls beside, Calls after, @Nullable Duration accepted, long waiting)
            throws IOException {
        var at = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ROOT)
                .format(Instant.now().atZone(ZoneOffset.UTC));
        return """
                # A bulk payment beside other companies

                One company posts a bulk payment of %,d rows to one node. Another one asks for a token, and for its banks with
                that token, once a second. Written by `./mvnw -Pbench verify`, %s UTC; do not edit.

                | while | calls | failed | median | p99 | longest |
                | --- | --- | --- | --- | --- | --- |
                %s
                %s
                %s

                The bulk payment was accepted %s. %d seconds later %,d of its payouts waited to be authorized at the bank.
                """.formatted(
                        plan.bulkRows(),
                        at,
                        alone.row("nothing else happens"),
                        beside.row("the bulk payment is being accepted"),
                        after.row("its payouts go to the bank"),
                        accepted == null
                                ? "not within " + LIMIT.toMinutes() + " minutes"
                                : "after %.1f s".formatted(accepted.toMillis() / 1000.0),
                        2 * plan.neighbourSeconds(),
                        waiting);
    }
}
