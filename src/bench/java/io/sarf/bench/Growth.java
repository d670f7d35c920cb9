package io.sarf.bench;

import io.sarf.development.RunningStack;
import io.sarf.testing.Accounts;
import io.sarf.testing.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Are pages and operations as fast for a company with ten million payouts as for one with ten thousand? */
final class Growth {
    private static final double GOAL = 1.5;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int TIMES = 1_000;

    private final RunningStack stack;
    private final Database database;
    private final Plan plan;
    private final Person person = Person.named("Basma", "Nasser");

    Growth(RunningStack stack, Database database, Plan plan) {
        this.stack = stack;
        this.database = database;
        this.plan = plan;
    }

    private int small() {
        return Math.max(ManyPayouts.WAITING * 4, plan.growthRows() / TIMES);
    }

    void run() throws Exception {
        new Accounts(stack).open(person);
        try (var product = StartedProduct.start(stack, plan.productInLittleMemory())) {
            database.forgetWork();
            var controller = new Controller(product);
            controller.signIn(person);
            var few = company(product, controller);
            var many = company(product, controller);
            load(few, 1, small());
            pages(product, controller, few).warm();
            var ofFew = pages(product, controller, few).measured();
            var took = load(many, 2, plan.growthRows());
            var ofMany = pages(product, controller, many).measured();
            var page = plan.page("benchmark-growth.md");
            Files.writeString(page, page(ofFew, ofMany, took));
            System.out.println(Files.readString(page));
        }
    }

    private GrowthPages pages(StartedProduct product, Controller controller, World world) throws Exception {
        return new GrowthPages(product, database, plan, world, personId(), controller);
    }

    /** With a member, and one payout that has come to its end. */
    private World company(StartedProduct product, Controller controller) throws Exception {
        var world = World.automaticAtSandboxBank(stack, database);
        world.join(database, person.email());
        controller.acceptTerms(world);
        world.caller(product).payOnce(product);
        await(world.payouts() + " AND outcome = 'PROCESSED'", 1);
        await("journal_pending", 0);
        await(
                "journal_chain c JOIN journal_reader r ON r.chain = c.chain AND r.sequence = c.event_head"
                        + " WHERE c.chain LIKE '" + world.application() + "/%' AND r.reader IN ('bulk', 'webhook')",
                2);
        return world;
    }

    private void await(String rows, long many) throws Exception {
        var end = System.nanoTime() + LIMIT.toNanos();
        while (database.count(rows) != many) {
            if (System.nanoTime() > end) {
                throw new IOException("Not " + many + " within " + LIMIT + ": " + rows);
            }
            Thread.sleep(100);
        }
    }

    private Duration load(World world, int number, int rows) throws Exception {
        var took = new ManyPayouts(database, world, number, rows).load(personId());
        Benchmark.say("Loaded all %,d after %d s", rows, took.toSeconds());
        return took;
    }

    private String personId() throws SQLException {
        return database.value("SELECT id FROM person WHERE email = '" + person.email() + "'");
    }

    private String page(Map<String, GrowthPages.Times> few, Map<String, GrowthPages.Times> many, Duration took)
            throws Exception {
        var at = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ROOT)
                .format(Instant.now().atZone(ZoneOffset.UTC));
        return """
                # %,d payouts against %,d

                What pages of the dashboard and operations of the API take for a company with %,d payouts, and then for another one with
                %,d in the same database. Each payout has its task and one entry of the journal. The product has `-Xmx256m`. Written by `./mvnw -Pbench verify`,
                %s UTC; do not edit.

                | | p50 of few | p99 of few | first of few | p50 of many | p99 of many | first of many | requests | failed | ratio of p99 (goal: %.1f at most) |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                %s
                Times are in milliseconds, of one request after the other; those that warm up are not counted. The first request has
                a column of its own: it counts the totals, which are then used for five seconds. Fewer than %d requests of the many
                mean that the time ran out.

                The payouts are spread over two years; the last %d wait to be authorized, 97 of 100 are processed. Loading the many took %d s. The
                buffer pool has %,d MiB, the tables:

                | table | rows, estimated | data | keys |
                | --- | --- | --- | --- |
                %s
                The product, the bank, the database and the load tool share %s. Load of the machine after: %.2f.
                """.formatted(
                        small(),
                        plan.growthRows(),
                        small(),
                        plan.growthRows(),
                        at,
                        GOAL,
                        few.keySet().stream()
                                .map(name -> row(name, few.get(name), many.get(name)))
                                .collect(Collectors.joining()),
                        plan.growthRequests(),
                        ManyPayouts.WAITING,
                        took.toSeconds(),
                        Long.parseLong(database.variable("innodb_buffer_pool_size")) >> 20,
                        tables(),
                        Machine.described(database).get("processor"),
                        Machine.load());
    }

    private static String row(String name, GrowthPages.Times few, GrowthPages.Times many) {
        var ratio = (double) many.all().p99() / Math.max(1, few.all().p99());
        return "| %s | %,.1f | %,.1f | %,.1f | %,.1f | %,.1f | %,.1f | %d | %d | %s |\n"
                .formatted(
                        name,
                        few.all().p50() / 100.0,
                        few.all().p99() / 100.0,
                        few.first() / 100.0,
                        many.all().p50() / 100.0,
                        many.all().p99() / 100.0,
                        many.first() / 100.0,
                        many.all().count(),
                        few.failed() + many.failed(),
                        (ratio > GOAL ? "**%,.1f**" : "%,.1f").formatted(ratio));
    }

    private String tables() throws SQLException {
        var rows = new StringBuilder();
        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "SELECT table_name, table_rows, data_length, index_length FROM information_schema.tables"
                                + " WHERE table_schema = DATABASE() ORDER BY data_length + index_length DESC LIMIT 6")) {
            while (found.next()) {
                rows.append("| %s | %,d | %,d MiB | %,d MiB |\n"
                        .formatted(
                                found.getString(1), found.getLong(2), found.getLong(3) >> 20, found.getLong(4) >> 20));
            }
        }
        return rows.toString();
    }
}
