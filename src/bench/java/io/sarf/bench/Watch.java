package io.sarf.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks once a second how long the oldest due work of each queue has been waiting that nobody has claimed, and how many threads
 * and how much heap the product has. The product's own metrics ask the database every ten seconds only, and count claimed work.
 */
final class Watch implements AutoCloseable {
    static final String JOURNAL = "journal";

    private static final Map<String, String> TABLES = tables();

    /**
     * @param second since the beginning
     * @param waiting milliseconds by queue, 0 where nothing waits
     * @param threads live, daemons too
     * @param heap used bytes, garbage included
     */
    record Sample(int second, Map<String, Long> waiting, long threads, long heap) {
        long longest() {
            return waiting.values().stream().mapToLong(Long::longValue).max().orElse(0);
        }
    }

    private final StartedProduct product;
    private final Database database;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Sample> samples = new ArrayList<>();
    private final Thread thread = new Thread(this::look, "watch");
    private volatile boolean ended;
    private volatile @Nullable Exception failure;

    private Watch(StartedProduct product, Database database) {
        this.product = product;
        this.database = database;
    }

    static Watch begin(StartedProduct product, Database database) {
        var watch = new Watch(product, database);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    static List<String> queues() {
        return List.copyOf(TABLES.keySet());
    }

    /** All of them, in order of time, once the last one is complete. */
    List<Sample> end() throws Exception {
        close();
        if (failure != null) {
            throw failure;
        }
        return samples;
    }

    private static Map<String, String> tables() {
        var tables = new LinkedHashMap<String, String>();
        tables.put("payout", "payout_task");
        tables.put("bulk_payment", "bulk_payment");
        tables.put("beneficiary", "beneficiary");
        tables.put("bank_changes", "bank_watch");
        tables.put("webhook", "webhook_delivery");
        tables.put("notice_mail", "notice_mail");
        tables.put("digest_mail", "digest_mail");
        tables.put("invitation_mail", "invitation_mail");
        tables.put(JOURNAL, "journal_pending");
        return tables;
    }

    private void look() {
        var query = TABLES.entrySet().stream()
                .map(queue -> "(" + oldest(queue.getKey(), queue.getValue()) + ")")
                .collect(Collectors.joining(" UNION ALL "));
        var began = System.nanoTime();
        try (var rows = database.connectAsOwner();
                var statement = rows.prepareStatement(query)) {
            for (var second = 0; !ended; second++) {
                var waiting = new LinkedHashMap<String, Long>();
                try (var found = statement.executeQuery()) {
                    while (found.next()) {
                        waiting.put(found.getString(1), Math.max(0, found.getLong(2)) / 1_000);
                    }
                }
                var metrics = metrics();
                samples.add(new Sample(
                        second,
                        waiting,
                        sum(metrics, "jvm_threads_live_threads"),
                        sum(metrics, "jvm_memory_used_bytes{area=\"heap\"")));
                var next = began + TimeUnit.SECONDS.toNanos(second + 1L);
                TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (IOException | SQLException e) {
            failure = e;
        }
    }

    private static String oldest(String queue, String table) {
        return table.equals("journal_pending")
                ? "SELECT '" + queue + "', TIMESTAMPDIFF(MICROSECOND, e.occurred_at, UTC_TIMESTAMP(6))"
                        + " FROM journal_pending p JOIN journal_entry e ON e.id = p.entry ORDER BY p.entry LIMIT 1"
                : "SELECT '" + queue + "', TIMESTAMPDIFF(MICROSECOND, MIN(due_at), UTC_TIMESTAMP(6)) FROM " + table
                        + " WHERE due_at <= UTC_TIMESTAMP(6)"
                        + " AND (lease_until IS NULL OR lease_until <= UTC_TIMESTAMP(6))";
    }

    private List<String> metrics() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + product.port() + "/q/metrics"))
                .build();
        return client.send(request, BodyHandlers.ofString()).body().lines().toList();
    }

    private static long sum(List<String> metrics, String name) {
        return (long) metrics.stream()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        thread.join(TimeUnit.MINUTES.toMillis(1));
    }
}
