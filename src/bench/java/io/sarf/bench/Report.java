package io.sarf.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Map;

/** Tells what was measured: to whoever waits for it, and in {@code docs/benchmarks.md}. */
record Report(Plan plan, Database database, Measured measured, Sample sample, Recording recording) {

    /** A short try is no measurement: it goes to {@code target}, and the documentation stays as it is. */
    void write() throws IOException, SQLException {
        var file = plan.page("benchmarks.md");
        var text = text();
        Files.writeString(file, text);
        System.out.println(text);
        System.out.println("Written to " + file);
    }

    private String text() throws IOException, SQLException {
        return HEAD.formatted(DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", java.util.Locale.ENGLISH)
                        .withZone(ZoneOffset.UTC)
                        .format(Instant.now()))
                + figures()
                + before()
                + everything()
                + statements()
                + profile()
                + how()
                + machine();
    }

    private static final String HEAD = """
            # Benchmarks

            How fast payouts are created through the API, beside a bare JDBC program that writes the same rows to the same
            server in the same run, one payout a transaction. Written by `./mvnw -Pbench verify`, %s; do not edit.

            """;

    private String figures() {
        return """
                ## Figures

                | | measured | goal |
                | --- | --- | --- |
                | API, %d connections | **%,d payouts/s** | |
                | bare JDBC, %d threads | %,d payouts/s | |
                | ratio | **%.2f** | 1.30 |
                | waiting at %d calls/s, p50 | %.2f ms | |
                | waiting at %d calls/s, p99 | **%.2f ms** | 6 ms |
                | waiting at full load, p50 and p99 | %.1f ms, %.1f ms | |
                | calls that failed | %d of %,d | 0 |

                Medians of %d rounds; the rounds of API and bare program take turns:

                | round | bare/s | API/s | p50 at %d/s | p99 at %d/s | longest |
                | --- | --- | --- | --- | --- | --- |
                """.formatted(
                                plan.connections(),
                                measured.api.median(Round::perSecond),
                                plan.threads(),
                                measured.bare.median(Round::perSecond),
                                measured.ratio(),
                                plan.rate(),
                                millis(measured.paced.median(Round::p50)),
                                plan.rate(),
                                millis(measured.paced.median(Round::p99)),
                                millis(measured.api.median(Round::p50)),
                                millis(measured.api.median(Round::p99)),
                                measured.api.faults() + measured.paced.faults(),
                                measured.api.done() + measured.paced.done(),
                                plan.rounds(),
                                plan.rate(),
                                plan.rate())
                + rounds()
                + "\n";
    }

    private String rounds() {
        var rows = new StringBuilder();
        for (var i = 0; i < plan.rounds(); i++) {
            var paced = measured.paced.rounds().get(i);
            rows.append("| %d | %,d | %,d | %.2f ms | %.2f ms | %.1f ms |\n"
                    .formatted(
                            i + 1,
                            measured.bare.rounds().get(i).perSecond(),
                            measured.api.rounds().get(i).perSecond(),
                            millis(paced.p50()),
                            millis(paced.p99()),
                            millis(paced.longest())));
        }
        return rows.toString();
    }

    /** The other checkout, whose rounds took turns with these. */
    private String before() throws IOException {
        if (plan.before() == null) {
            return "";
        }
        return """
                ## Beside the build before

                `-Dbench.before` names another checkout with a built package, here of %s. Its node has servers of its own and
                the same load; its rounds take turns with those above.

                | | now | before | now ÷ before |
                | --- | --- | --- | --- |
                | API, %d connections | %,d payouts/s | %,d payouts/s | **%.2f** |
                | waiting at %d calls/s, p50 | %.2f ms | %.2f ms | %.2f |
                | waiting at %d calls/s, p99 | %.2f ms | %.2f ms | %.2f |
                | statements a payout | %.1f | %.1f | %.2f |
                | processor time a payout | %.2f ms | %.2f ms | %.2f |

                """.formatted(
                        Machine.commit(plan.before()),
                        plan.connections(),
                        measured.api.median(Round::perSecond),
                        measured.before.median(Round::perSecond),
                        share(measured.api.median(Round::perSecond), measured.before.median(Round::perSecond)),
                        plan.rate(),
                        millis(measured.paced.median(Round::p50)),
                        millis(measured.pacedBefore.median(Round::p50)),
                        share(measured.paced.median(Round::p50), measured.pacedBefore.median(Round::p50)),
                        plan.rate(),
                        millis(measured.paced.median(Round::p99)),
                        millis(measured.pacedBefore.median(Round::p99)),
                        share(measured.paced.median(Round::p99), measured.pacedBefore.median(Round::p99)),
                        each(measured.api, "Questions"),
                        each(measured.before, "Questions"),
                        share(each(measured.api, "Questions"), each(measured.before, "Questions")),
                        processor(measured.api),
                        processor(measured.before),
                        share(processor(measured.api), processor(measured.before)));
    }

    private static double share(double now, double before) {
        return now / before;
    }

    private static double processor(Measured.Kind kind) {
        return (double) kind.processorMillis() / kind.done();
    }

    private String everything() {
        return """
                ## One node for everything

                The same calls to a node as it starts by default: beside answering it seals the journal, takes each payout to the
                sandbox bank (on the same machine, with the same database server) and records its answer.

                | | measured |
                | --- | --- |
                | API, %d connections | %,d payouts/s |
                | waiting at %d calls/s, p50 and p99 | %.2f ms, %.2f ms |
                | payouts the bank had taken at the end, of all these | %,d of %,d |
                | calls that failed | %d |

                """.formatted(
                        plan.connections(),
                        measured.apiWorking.median(Round::perSecond),
                        plan.rate(),
                        millis(measured.pacedWorking.median(Round::p50)),
                        millis(measured.pacedWorking.median(Round::p99)),
                        measured.queued,
                        measured.apiWorking.done() + measured.pacedWorking.done(),
                        measured.apiWorking.faults() + measured.pacedWorking.faults());
    }

    private String statements() {
        return """
                ## What one payout takes

                A call of one payout with an idempotency key writes one row to each of %s. The bare program writes
                these rows, %,d bytes as text, with one prepared insert each.

                | | API | bare |
                | --- | --- | --- |
                | statements, as the server counts them | **%.1f** | %.1f |
                %s| processor time of the product | %.2f ms | |

                """.formatted(
                        sample,
                        sample.bytes(),
                        each(measured.api, "Questions"),
                        each(measured.bare, "Questions"),
                        commands(),
                        processor(measured.api));
    }

    /** The commands that are a noticeable part of a payout; preparing and closing are not counted among Questions. */
    private String commands() {
        var rows = new StringBuilder();
        measured.api.statements().entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith("Com_") && !entry.getKey().startsWith("Com_stmt"))
                .filter(entry -> each(measured.api, entry.getKey()) >= 0.05)
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> rows.append("| — %s | %.1f | %.1f |\n"
                        .formatted(
                                entry.getKey().substring("Com_".length()),
                                each(measured.api, entry.getKey()),
                                each(measured.bare, entry.getKey()))));
        return rows.toString();
    }

    private static double each(Measured.Kind kind, String counter) {
        return (double) kind.statements().getOrDefault(counter, 0L) / kind.done();
    }

    private String profile() {
        var rows = new StringBuilder("""
                ## Where the product's processor time goes

                From a flight recording that runs all the time (begun later, it would throw away compiled code), over one more
                round; a sample counts for the innermost part that is named here. Time in the kernel is not seen by it.

                | part | share |
                | --- | --- |
                """);
        return rows.append(recording.rows()).append("\n").append(bound()).toString();
    }

    /** Where the difference to the bare program comes from. */
    private String bound() {
        return """
                A statement to a server on the same machine is above all a journey through the kernel and two switches of
                threads, on both sides. The bare program makes %.1f of them a payout, each of its transactions for one payout;
                the API makes %.1f, because calls that arrive together share a transaction. For the same rows it also checks the
                token, asks whether the secret lives, whether payouts is enabled and who the parties are, and answers by HTTP.

                """.formatted(each(measured.bare, "Questions"), each(measured.api, "Questions"));
    }

    private String how() {
        return """
                ## How it was measured

                - The package `target/sarf` runs as one node in a process of its own, under the production profile. Hyperfoil, the
                  load tool, and MariaDB are on the same processors.
                - Each call creates one payout and has an idempotency key of its own; every call's secret is checked in the
                  transaction that creates its payout.
                - Closed loop for payouts/s: a connection sends its next call when the one before is answered. Open loop for
                  waiting: calls begin on time whether or not others have been answered.
                - %d s of warm-up for the product, with four callers so that Java's compiler gets its share; rounds of %d s, at
                  %d/s of %d s.
                - Creation alone: the node does nothing of what comes later (`quarkus.scheduler.enabled=false`,
                  `sarf.nudges=false`). Sealing the journal and handing the order to the bank would share these processors.

                """.formatted(plan.warmUp(), plan.seconds(), plan.rate(), plan.rateSeconds());
    }

    private String machine() throws IOException, SQLException {
        var rows = new StringBuilder("## Machine and versions\n\n| | |\n| --- | --- |\n");
        Machine.described(database).forEach((name, value) -> rows.append("| %s | %s |\n".formatted(name, value)));
        rows.append("| load of the machine before | %.2f |\n".formatted(measured.loadBefore));
        if (!plan.product().isEmpty()) {
            rows.append("| more settings of the product | `%s` |\n".formatted(String.join(" ", plan.product())));
        }
        return rows.toString();
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
