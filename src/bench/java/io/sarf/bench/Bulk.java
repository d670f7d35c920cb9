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

/** Bulk payments as large as they may be: to somebody known, then to as many new payees, beside whom others are served. */
final class Bulk {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final String NOT_YET = "status IN ('REQUESTED', 'AWAITING_BENEFICIARY_COOL_OFF')";

    /** Milliseconds; -1 for what did not happen within the limit. */
    private record Known(long post, long accepted, long notAccepted, List<Watch.Sample> samples) {}

    /** Milliseconds; -1 for what did not happen within the limit. */
    private record New(
            long post,
            long known,
            long accepted,
            long notAccepted,
            NewPayees.Beside beside,
            List<Watch.Sample> samples) {}

    private final RunningStack stack;
    private final Database database;
    private final Plan plan;

    Bulk(RunningStack stack, Database database, Plan plan) {
        this.stack = stack;
        this.database = database;
        this.plan = plan;
    }

    void run() throws Exception {
        Known toKnown;
        New toNew;
        try (var product = StartedProduct.start(stack, plan.productInLittleMemory())) {
            database.forgetWork();
            var world = World.automaticAtSandboxBank(stack, database);
            var other = World.automaticAtSandboxBank(stack, database);
            toKnown(product, world, Math.max(1, plan.bulkRows() / 10));
            toKnown = toKnown(product, world, plan.bulkRows());
            System.out.println(
                    "[bench] bulk to a known payee: " + toKnown.post() + " ms, " + toKnown.accepted() + " ms");
            toNew = toNew(product, world, other);
        }
        var page = plan.page("benchmark-bulk.md");
        Files.writeString(page, page(toKnown, toNew));
        System.out.println(Files.readString(page));
    }

    private Known toKnown(StartedProduct product, World world, int rows) throws Exception {
        var caller = world.caller(product);
        var body = BulkBody.toKnownPayee(world, rows, true, World.SMALL_AMOUNT);
        try (var watch = Watch.begin(product, database)) {
            var began = System.nanoTime();
            caller.post(product, BulkBody.PATH, body);
            var post = since(began);
            var accepted = await(world.payouts() + " AND status <> 'ACCEPTED_BY_BANK'", 0, began);
            return new Known(post, accepted, notAccepted(world), List.copyOf(watch.end()));
        }
    }

    private New toNew(StartedProduct product, World world, World other) throws Exception {
        var caller = world.caller(product);
        var body = BulkBody.toNewPayees(world, plan.bulkRows());
        var unknown = "beneficiary WHERE application = '" + world.application() + "' AND " + NOT_YET;
        try (var watch = Watch.begin(product, database)) {
            var began = System.nanoTime();
            caller.post(product, BulkBody.PATH, body);
            var post = since(began);
            var beside = new NewPayees(product, database, world, other);
            await(unknown, plan.bulkRows() / 2, began);
            var others = beside.measured();
            others.thenRun(() -> System.out.println("[bench] beside new payees: " + others.join()));
            var known = await(unknown, 0, began);
            var accepted = await(world.payouts() + " AND status <> 'ACCEPTED_BY_BANK'", 0, began);
            return new New(post, known, accepted, notAccepted(world), others.get(), List.copyOf(watch.end()));
        }
    }

    private long notAccepted(World world) throws SQLException {
        return database.count(world.payouts() + " AND status <> 'ACCEPTED_BY_BANK'");
    }

    private long await(String rows, int most, long began) throws SQLException, InterruptedException {
        while (database.count(rows) > most) {
            if (since(began) > LIMIT.toMillis()) {
                return -1;
            }
            Thread.sleep(250);
        }
        return since(began);
    }

    private static long since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }

    private String page(Known toKnown, New toNew) throws IOException, SQLException {
        var at = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ROOT)
                .format(Instant.now().atZone(ZoneOffset.UTC));
        return """
                # Bulk payments of %,d rows

                One node runs everything with `-Xmx256m`, at the sandbox bank. All payouts are automatic: each is sent to the bank, and
                the default authorizer's credentials authorize it. Written by `./mvnw -Pbench verify`, %s UTC; do not edit.

                | to somebody the bank knows | measured | goal |
                | --- | --- | --- |
                | the call is answered | %s | 2 s |
                | all are accepted by the bank | %s | 60 s |
                | not accepted in the end | %,d | 0 |
                | live threads, at most | %d | |
                | used heap, garbage included, at most | %d MiB | 256 MiB |

                | each to a payee of its own that the bank does not know | measured | goal |
                | --- | --- | --- |
                | the call is answered | %s | |
                | the bank knows all payees | %s | 60 s |
                | all are accepted by the bank | %s | |
                | not accepted in the end | %,d | 0 |
                | live threads, at most | %d | |
                | used heap, garbage included, at most | %d MiB | 256 MiB |

                | meanwhile, once half of the new payees are known | measured | goal |
                | --- | --- | --- |
                | another company adds a destination: the bank knows it | %s | 3 s |
                | it makes a bulk payment of one row to a new payee: the bank knows the payee | %s | 3 s |
                | it pays somebody known: the bank has accepted | %s | 5 s |
                | the company with the bulk payment pays somebody known: the bank has accepted | %s | 5 s |

                All times start with the call. A bulk payment of a tenth of the rows warms up. The product, the bank, the database and the load tool share
                %s. Load of the machine after: %.2f.
                """.formatted(
                        plan.bulkRows(),
                        at,
                        seconds(toKnown.post()),
                        seconds(toKnown.accepted()),
                        toKnown.notAccepted(),
                        threads(toKnown.samples()),
                        heap(toKnown.samples()),
                        seconds(toNew.post()),
                        seconds(toNew.known()),
                        seconds(toNew.accepted()),
                        toNew.notAccepted(),
                        threads(toNew.samples()),
                        heap(toNew.samples()),
                        seconds(toNew.beside().destination()),
                        seconds(toNew.beside().newPayee()),
                        seconds(toNew.beside().othersPayout()),
                        seconds(toNew.beside().ownPayout()),
                        Machine.described(database).get("processor"),
                        Machine.load());
    }

    private static String seconds(long milliseconds) {
        return milliseconds < 0
                ? "not within " + LIMIT.toMinutes() + " minutes"
                : "%.1f s".formatted(milliseconds / 1_000.0);
    }

    private static long threads(List<Watch.Sample> samples) {
        return samples.stream().mapToLong(Watch.Sample::threads).max().orElse(0);
    }

    private static long heap(List<Watch.Sample> samples) {
        return samples.stream().mapToLong(Watch.Sample::heap).max().orElse(0) >> 20;
    }
}
