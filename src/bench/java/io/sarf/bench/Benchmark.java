package io.sarf.bench;

import io.sarf.development.RunningStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ./mvnw -Pbench verify}. Runs in the folder with the pom, after the product was packaged. */
public final class Benchmark {
    static final Path CHECKOUT = Path.of("").toAbsolutePath();

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
        var plan = Plan.fromProperties();
        var before = Machine.load();
        say("Machine load before: %.2f", before);
        var stack = stack("bench-stack");
        try {
            if (plan.includes("creation")) {
                new Benchmark(plan, stack).run(before);
            }
            if (plan.includes("dispatch")) {
                new Dispatching(stack, plan, before).run();
            }
            if (plan.includes("one-code")) {
                new OneCode(stack, Database.of(stack), plan).run();
            }
            if (plan.includes("neighbours")) {
                new Neighbours(stack, Database.of(stack), plan).run();
            }
            if (plan.includes("journal")) {
                StartedProduct.start(stack, plan.product()).close();
                new JournalKeys(stack, plan).run();
            }
            if (plan.includes("steady")) {
                new Steady(stack, plan).run();
            }
            if (plan.includes("bulk")) {
                new Bulk(stack, Database.of(stack), plan).run();
            }
            if (plan.includes("growth")) {
                new Growth(stack, Database.of(stack), plan).run();
            }
        } finally {
            stack.stop();
            if (plan.includes("growth")) {
                forget(CHECKOUT.resolve("target/bench-stack/mariadb"));
            }
        }
        // The load tool leaves threads behind that are no daemons.
        System.exit(0);
    }

    static RunningStack stack(String folder) throws Exception {
        return RunningStack.reuseOrStart(CHECKOUT, CHECKOUT.resolve("target").resolve(folder), true);
    }

    /** Its database may have tens of gigabytes. */
    private static void forget(Path data) throws IOException {
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void run(double loadBefore) throws Exception {
        measured.loadBefore = loadBefore;
        if (plan.before() == null) {
            creation(null);
            return;
        }
        // A stack of its own: its tables are those of its own time.
        var stackBefore = stack("bench-stack-before");
        try (var before = Node.start(
                "before", plan.before(), stackBefore, plan, settings(StartedProduct.ANSWERS_ONLY), World::create)) {
            creation(before);
        } finally {
            stackBefore.stop();
        }
    }

    private void creation(@Nullable Node before) throws Exception {
        var company = new World[1];
        Sample sample;
        Recording recording;
        try (var now =
                Node.start("now", CHECKOUT, stack, plan, settings(StartedProduct.ANSWERS_ONLY), (servers, tables) -> {
                    company[0] = World.create(servers, tables);
                    return company[0];
                })) {
            sample = Sample.of(database, company[0], now::payOnce);
            say("One call writes: %s", sample);
            var bare = new BareProgram(database, sample, plan.threads());
            now.warm();
            if (before != null) {
                before.warm();
            }
            say("Warm-up, bare: %s", bare.run(Math.min(plan.warmUp(), plan.seconds())));
            for (var i = 0; i < plan.rounds(); i++) {
                measured.bare = now.counted("bare", measured.bare, () -> bare.run(plan.seconds()));
                measured.api = now.full(measured.api);
                if (before != null) {
                    measured.before = before.full(measured.before);
                }
            }
            for (var i = 0; i < plan.rounds(); i++) {
                measured.paced = now.paced(measured.paced);
                if (before != null) {
                    measured.pacedBefore = before.paced(measured.pacedBefore);
                }
            }
            now.full(new Measured.Kind());
            recording = Recording.last(now.product(), plan.seconds());
        }
        withEverything(company[0]);
        new Report(plan, database, measured, sample, recording).write();
    }

    /** The same calls to a node that also seals the journal, takes every payout to the bank and would tell the client. */
    private void withEverything(World company) throws Exception {
        database.forgetWork();
        try (var node = Node.start("everything", CHECKOUT, stack, plan, plan.product(), (servers, tables) -> company)) {
            node.warm();
            for (var i = 0; i < plan.rounds(); i++) {
                measured.apiWorking = node.full(measured.apiWorking);
            }
            for (var i = 0; i < plan.rounds(); i++) {
                measured.pacedWorking = node.paced(measured.pacedWorking);
            }
            measured.queued = database.count("payout WHERE status = 'AWAITING_AUTHORIZATION'");
        }
    }

    private List<String> settings(List<String> more) {
        var settings = new ArrayList<>(more);
        settings.addAll(plan.product());
        return settings;
    }

    static void say(String format, Object... values) {
        System.out.println("[bench] " + format.formatted(values));
    }
}
