package io.sarf.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The pages and operations that are asked for, and how long each takes. */
final class GrowthPages {
    private static final Duration LONGEST = Duration.ofSeconds(40);
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(10);
    private static final int SAMPLES = 50;

    /** A payout somewhere in the two years. */
    private record Some(String id, String payment, String destination, String reference, String day, long event) {}

    private interface Get {
        String of(String path) throws IOException, InterruptedException;
    }

    /**
     * Of one page or operation.
     *
     * @param all in hundredths of a millisecond
     * @param first of those that warm up: what is remembered for some seconds is computed then
     * @param failed how many of them were not answered well
     */
    record Times(Percentiles all, long first, int failed) {}

    private final Database database;
    private final Plan plan;
    private final World world;
    private final String person;
    private final Get pages;
    private final Get operations;
    private final List<Some> some = new ArrayList<>();

    GrowthPages(StartedProduct product, Database database, Plan plan, World world, String person, Controller controller)
            throws IOException, SQLException, InterruptedException {
        this.database = database;
        this.plan = plan;
        this.world = world;
        this.person = person;
        this.pages = controller::get;
        var caller = world.caller(product);
        this.operations = path -> caller.get(product, path);
        sample();
    }

    /** By the name of each. */
    Map<String, Times> measured() {
        var measured = new LinkedHashMap<String, Times>();
        for (var one : ofDashboard().entrySet()) {
            measured.put("page: " + one.getKey(), measured(one.getKey(), pages, one.getValue()));
        }
        for (var one : ofApi().entrySet()) {
            measured.put("API: " + one.getKey(), measured(one.getKey(), operations, one.getValue()));
        }
        return measured;
    }

    /** All of them, for a process that has just begun. */
    void warm() {
        for (var path : ofDashboard().values()) {
            times(pages, path, warmUp(), LONGEST_WARM_UP);
        }
        for (var path : ofApi().values()) {
            times(operations, path, warmUp(), LONGEST_WARM_UP);
        }
    }

    private int warmUp() {
        return Math.max(1, plan.growthRequests() / 2);
    }

    private void sample() throws SQLException {
        var application = "application = '" + world.application() + "'";
        var events = database.value(
                "SELECT MAX(event_head) FROM journal_chain WHERE chain LIKE '" + world.application() + "/%'");
        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement()) {
            for (var i = 1; i <= SAMPLES; i++) {
                var at = LocalDate.now(ZoneOffset.UTC).minusDays(730L * i / (SAMPLES + 1));
                var found = statement.executeQuery("SELECT id, payment, destination, external_reference FROM payout"
                        + " WHERE " + application + " AND environment = 'SANDBOX' AND created_at >= '" + at
                        + "' ORDER BY created_at, id LIMIT 1");
                found.next();
                some.add(new Some(
                        found.getString(1),
                        found.getString(2),
                        found.getString(3),
                        found.getString(4),
                        at.toString(),
                        Long.parseLong(events) * i / (SAMPLES + 1)));
            }
        }
    }

    private Map<String, Function<Some, String>> ofDashboard() {
        var paths = new LinkedHashMap<String, Function<Some, String>>();
        var payouts = world.sandbox() + "/payouts";
        var activity = world.sandbox() + "/activity";
        paths.put("payouts", one -> payouts);
        paths.put("payouts, next page", one -> payouts + "?status=&q=&before=" + one.id());
        paths.put("payouts, failed ones", one -> payouts + "?status=FAILED");
        paths.put(
                "payouts, accepted ones, next page", one -> payouts + "?status=ACCEPTED_BY_BANK&q=&before=" + one.id());
        paths.put("payouts, by external reference", one -> payouts + "?q=" + one.reference());
        paths.put("one payout", one -> payouts + "/" + one.id());
        paths.put("activity", one -> activity);
        paths.put("activity, of a type", one -> activity + "?type=payout.accepted");
        paths.put("activity, of a rare type", one -> activity + "?type=payout.rejected");
        paths.put("activity, by a person", one -> activity + "?who=" + person);
        paths.put("activity, by a person, of a type", one -> activity + "?type=payout.accepted&who=" + person);
        paths.put("activity, of a day", one -> activity + "?from=" + one.day() + "&to=" + one.day());
        paths.put("activity, of a payout", one -> activity + "?subject=" + one.id());
        return paths;
    }

    private Map<String, Function<Some, String>> ofApi() {
        var paths = new LinkedHashMap<String, Function<Some, String>>();
        var payments = "/payouts/v1/payments";
        paths.put("payments", one -> payments);
        paths.put("payments, failed ones", one -> payments + "?status=FAILED");
        paths.put("payments, of a day", one -> payments + "?from=" + one.day() + "&to=" + one.day());
        paths.put("payments, of a destination", one -> payments + "?destination_id=" + one.destination());
        paths.put("payments, by external reference", one -> payments + "?external_reference=" + one.reference());
        paths.put("payments, from an amount on", one -> payments + "?amount_min=9000");
        paths.put("one payment", one -> "/payouts/v1/" + one.payment());
        paths.put("events", one -> "/events/v1");
        paths.put("events, of a type", one -> "/events/v1?type=payment.updated");
        paths.put("events, after a sequence", one -> "/events/v1?after=" + one.event());
        return paths;
    }

    /** Until there are enough, or time is over; without those that warm up. */
    private Times measured(String name, Get get, Function<Some, String> path) {
        var first = times(get, path, warmUp(), LONGEST_WARM_UP).first();
        var counted = times(get, path, plan.growthRequests(), LONGEST);
        var times = new Times(counted.all(), first, counted.failed());
        Benchmark.say("%s: %s", name, times);
        return times;
    }

    private Times times(Get get, Function<Some, String> path, int most, Duration longest) {
        var times = new ArrayList<Long>();
        var failed = 0;
        var began = System.nanoTime();
        while (times.size() < most && System.nanoTime() - began < longest.toNanos()) {
            var one = some.get(times.size() % some.size());
            var asked = System.nanoTime();
            try {
                get.of(path.apply(one));
            } catch (IOException answeredOtherwise) {
                failed++;
                if (failed == 1) {
                    Benchmark.say("Failed: %.200s", answeredOtherwise.getMessage());
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException("The measuring was interrupted", e);
            }
            times.add((System.nanoTime() - asked) / 10_000);
        }
        return new Times(Percentiles.of(times), times.get(0), failed);
    }
}
