package io.sarf.bench;

import io.sarf.development.RunningStack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** One started product with its database, the company that calls it, and the load tool in front of it. */
final class Node implements AutoCloseable {
    private final String name;
    private final Plan plan;
    private final Database database;
    private final StartedProduct product;
    private final Caller caller;

    private Node(String name, Plan plan, Database database, StartedProduct product, Caller caller) {
        this.name = name;
        this.plan = plan;
        this.database = database;
        this.product = product;
        this.caller = caller;
    }

    interface Company {
        World of(RunningStack stack, Database database) throws Exception;
    }

    /**
     * @param checkout the folder whose package is started
     * @param company called when the tables are there
     */
    static Node start(String name, Path checkout, RunningStack stack, Plan plan, List<String> settings, Company company)
            throws Exception {
        var product = StartedProduct.start(checkout, stack, settings);
        try {
            var database = Database.of(stack);
            return new Node(
                    name, plan, database, product, company.of(stack, database).caller(product));
        } catch (Exception failed) {
            product.close();
            throw failed;
        }
    }

    StartedProduct product() {
        return product;
    }

    void payOnce() throws Exception {
        caller.payOnce(product);
    }

    /** With few callers: many would keep the processor from Java's compiler, and nothing would ever be warm. */
    void warm() {
        say("Warm-up", new Load(product, caller, Math.min(4, plan.connections())).closed(plan.warmUp()));
    }

    Database database() {
        return database;
    }

    /** Calls as fast as they go, of which nothing is kept. */
    Round calls(int seconds) {
        return load().closed(seconds);
    }

    /** One round as fast as it goes. */
    Measured.Kind full(Measured.Kind kind) throws Exception {
        return counted("full load", kind, () -> load().closed(plan.seconds()));
    }

    /** One round at a constant rate. */
    Measured.Kind paced(Measured.Kind kind) throws Exception {
        return counted(plan.rate() + "/s", kind, () -> load().open(plan.rate(), plan.rateSeconds()));
    }

    /** A round of anything, with what the database counted and the processor time the product used meanwhile. */
    Measured.Kind counted(String what, Measured.Kind kind, Callable<Round> rounds) throws Exception {
        var before = database.counters();
        var processorBefore = product.processorTime();
        var round = rounds.call();
        var processor = product.processorTime().minus(processorBefore).toMillis();
        Map<String, Long> used = new TreeMap<>();
        database.counters().forEach((counter, now) -> used.put(counter, now - before.getOrDefault(counter, 0L)));
        say(what, round);
        return kind.with(round, used, processor);
    }

    /** Calls at the plan's constant rate, of which nothing is kept. */
    Round pacedCalls(int seconds) {
        return load().open(plan.rate(), seconds);
    }

    private Load load() {
        return new Load(product, caller, plan.connections());
    }

    private void say(String what, Round round) {
        System.out.println("[bench] " + name + ", " + what + ": " + round);
    }

    @Override
    public void close() {
        product.close();
    }
}
