package io.sarf.bench;

import io.sarf.development.RunningStack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code ./mvnw -Pbench verify}. Runs in the folder with the pom, after the product was packaged. */
public final class Benchmark {
    private final Plan plan;
    private final RunningStack stack;
    private final Database database;
    private final Measured measured = new Measured();

    private Benchmark(Plan plan, RunningStack stack) {
        this.plan = plan;
        this.stack = stack;
        this.database = Database.of(stack);
    }

    public static void main(String[] arguments) throws Exception {
        var checkout = Path.of("").toAbsolutePath();
        var plan = Plan.fromProperties();
        say("Machine load before: %.2f", Machine.load());
        var before = Machine.load();
        var stack = RunningStack.reuseOrStart(checkout, checkout.resolve("target/bench-stack"), true);
        try {
            if (plan.includes("creation")) {
                new Benchmark(plan, stack).run(before);
            }
            if (plan.includes("one-code")) {
                new OneCode(stack, Database.of(stack), plan).run();
            }
            if (plan.includes("neighbours")) {
                new Neighbours(stack, Database.of(stack), plan).run();
            }
        } finally {
            stack.stop();
        }
        // The load tool leaves threads behind that are no daemons.
        System.exit(0);
    }

    private void run(double loadBefore) throws Exception {
        measured.loadBefore = loadBefore;
        World world;
        Sample sample;
        Recording recording;
        try (var product = StartedProduct.start(stack, settings(StartedProduct.ANSWERS_ONLY))) {
            world = World.create(stack, database);
            var caller = world.caller(product);
            sample = Sample.of(database, world, () -> World.payOnce(product, caller));
            say("One call writes: %s", sample);
            var load = new Load(product, caller, plan.connections());
            var bare = new BareProgram(database, sample, plan.threads());
            say("Warm-up, API: %s", warm(product, caller));
            say("Warm-up, bare: %s", bare.run(Math.min(plan.warmUp(), plan.seconds())));
            for (var i = 0; i < plan.rounds(); i++) {
                measured.bare = counted("bare", measured.bare, product, () -> bare.run(plan.seconds()));
                measured.api = counted("API", measured.api, product, () -> load.closed(plan.seconds()));
            }
            for (var i = 0; i < plan.rounds(); i++) {
                measured.paced = counted(
                        "API at " + plan.rate() + "/s",
                        measured.paced,
                        product,
                        () -> load.open(plan.rate(), plan.rateSeconds()));
            }
            say("Recorded: %s", load.closed(plan.seconds()));
            recording = Recording.last(product, plan.seconds());
        }
        withEverything(world);
        new Report(plan, database, measured, sample, recording).write();
    }

    /** The same calls to a node that also seals the journal, takes every payout to the bank and would tell the client. */
    private void withEverything(World world) throws Exception {
        database.forgetWork();
        try (var product = StartedProduct.start(stack, plan.product())) {
            var caller = world.caller(product);
            var load = new Load(product, caller, plan.connections());
            say("Warm-up, one node for everything: %s", warm(product, caller));
            for (var i = 0; i < plan.rounds(); i++) {
                measured.apiWorking = counted(
                        "API, one node for everything",
                        measured.apiWorking,
                        product,
                        () -> load.closed(plan.seconds()));
            }
            for (var i = 0; i < plan.rounds(); i++) {
                measured.pacedWorking = counted(
                        "the same at " + plan.rate() + "/s",
                        measured.pacedWorking,
                        product,
                        () -> load.open(plan.rate(), plan.rateSeconds()));
            }
            measured.queued = database.count("payout WHERE status = 'AWAITING_AUTHORIZATION'");
        }
    }

    /** With few callers: many would keep the processor from Java's compiler, and nothing would ever be warm. */
    private Round warm(StartedProduct product, World.Caller caller) {
        return new Load(product, caller, Math.min(4, plan.connections())).closed(plan.warmUp());
    }

    private interface Rounds {
        Round run() throws Exception;
    }

    private Measured.Kind counted(String what, Measured.Kind kind, StartedProduct product, Rounds rounds)
            throws Exception {
        var before = database.counters();
        var processorBefore = product.processorTime();
        var round = rounds.run();
        var processor = product.processorTime().minus(processorBefore).toMillis();
        Map<String, Long> used = new TreeMap<>();
        database.counters().forEach((name, now) -> used.put(name, now - before.getOrDefault(name, 0L)));
        say("%s: %s", what, round);
        return kind.with(round, used, processor);
    }

    private List<String> settings(List<String> more) {
        var settings = new ArrayList<>(more);
        settings.addAll(plan.product());
        return settings;
    }

    private static void say(String format, Object... values) {
        System.out.println("[bench] " + format.formatted(values));
    }
}
