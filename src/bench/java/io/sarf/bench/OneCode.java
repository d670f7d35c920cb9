package io.sarf.bench;

import io.sarf.development.RunningStack;
import io.sarf.testing.Accounts;
import io.sarf.testing.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** 500 payouts, one code, and a bank that takes 20 ms for each and does eight at a time. */
final class OneCode {
    private static final int AT_ONCE = 8;
    private static final Duration EACH = Duration.ofMillis(20);
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Pattern PICK = Pattern.compile("name=\"payout\" value=\"([^\"]+)\"");
    private static final Pattern FORM = Pattern.compile("name=\"id\" value=\"([^\"]+)\"");

    private static final int MANY = 10;
    private static final double GOAL_RATIO = 1.2;
    private static final Duration GOAL_PAGE = Duration.ofMillis(300);

    /**
     * All in milliseconds.
     *
     * @param payouts that the code was for: the product may let fewer be chosen than wait
     */
    private record Round(int payouts, long review, long begin, long sentOn, long all, long slowestPage, int pages) {
        double each() {
            return (double) all / payouts;
        }
    }

    private final RunningStack stack;
    private final Database database;
    private final Plan plan;

    OneCode(RunningStack stack, Database database, Plan plan) {
        this.stack = stack;
        this.database = database;
        this.plan = plan;
    }

    void run() throws Exception {
        SandboxAccount.pace(stack, EACH);
        var rounds = new ArrayList<Round>();
        Round many;
        try (var product = StartedProduct.start(stack, plan.productInLittleMemory())) {
            var world = World.create(stack, database);
            var controller = join(product, world);
            for (var i = 0; i <= plan.rounds(); i++) {
                queue(product, world, plan.oneCode());
                var round = authorize(controller, world);
                System.out.println("[bench] " + (i == 0 ? "Warm-up, one code: " : "One code: ") + round);
                if (i > 0) {
                    rounds.add(round);
                }
            }
            queue(product, world, MANY * plan.oneCode());
            many = authorize(controller, world);
            System.out.println("[bench] One code for many: " + many);
        } finally {
            SandboxAccount.pace(stack, Duration.ZERO);
        }
        var page = plan.page("benchmark-one-code.md");
        Files.writeString(page, page(rounds, many));
        System.out.println("[bench] " + page);
    }

    /** Somebody else than who connected the default authorizer, with credentials of their own. */
    private Controller join(StartedProduct product, World world) throws Exception {
        var person = Person.named("Basma", "Nasser");
        new Accounts(stack).open(person);
        var controller = new Controller(product);
        controller.signIn(person);
        world.join(database, person.email());
        controller.acceptTerms(world);
        var own = SandboxAccount.another(stack, world.application());
        controller.post(
                world.sandbox() + "/connections/new/" + SandboxAccount.BANK,
                303,
                List.of(
                        "user_name",
                        own.userName(),
                        "password",
                        own.password(),
                        "as_default",
                        "false",
                        "understood",
                        "true"));
        return controller;
    }

    private void queue(StartedProduct product, World world, int many) throws Exception {
        world.caller(product).post(product, BulkBody.PATH, BulkBody.toKnownPayee(world, many, false, "10.10"));
        var end = System.nanoTime() + LIMIT.toNanos();
        while (database.count(world.waiting()) < many) {
            if (System.nanoTime() > end) {
                throw new IOException("The bank has not taken all after " + LIMIT);
            }
            Thread.sleep(200);
        }
    }

    private Round authorize(Controller controller, World world) throws Exception {
        var opened = System.nanoTime();
        var review = controller
                .post(world.sandbox() + "/payouts/authorization-reviews", 200, List.of("bank", SandboxAccount.BANK))
                .body();
        var reviewed = since(opened);
        var form = new ArrayList<String>();
        var id = FORM.matcher(review);
        if (!id.find()) {
            throw new IOException("No review: " + review);
        }
        form.addAll(List.of("id", id.group(1)));
        var picks = PICK.matcher(review);
        if (!picks.find()) {
            throw new IOException("Nothing to authorize: " + review);
        }
        form.addAll(List.of("payout", picks.group(1)));
        var payouts = picks.group(1).split(" ").length;
        var began = System.nanoTime();
        var begun = controller.post(world.sandbox() + "/payouts/authorizations", 303, form);
        var window = Controller.sentTo(begun).replaceAll("https?://[^/]+", "");
        var begin = since(began);
        var code = System.nanoTime();
        controller.post(window + "/code", 303, List.of("otp", "1111"));
        var sentOn = since(code);
        var slowest = 0L;
        for (var pages = 1; since(code) < LIMIT.toMillis(); pages++) {
            var asked = System.nanoTime();
            var page = controller.get(window);
            slowest = Math.max(slowest, since(asked));
            if (!page.contains("http-equiv=\"refresh\"")) {
                var accepted = database.count(
                        "authorization_subject WHERE authorization = '" + id.group(1) + "' AND result = 'ACCEPTED'");
                if (accepted != payouts) {
                    throw new IOException(accepted + " accepted: " + page);
                }
                return new Round(payouts, reviewed, begin, sentOn, since(code), slowest, pages);
            }
            Thread.sleep(50);
        }
        throw new IOException("No result after " + LIMIT);
    }

    private static long since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }

    private String page(List<Round> rounds, Round many) throws Exception {
        var ideal = EACH.toMillis() * plan.oneCode() / AT_ONCE;
        var median = rounds.stream().map(Round::all).sorted().toList().get(rounds.size() / 2);
        var lines = rounds.stream()
                .map(round -> "| %d | %,d ms | %,d ms | %,d ms | %.2f | %,d ms of %d |"
                        .formatted(
                                rounds.indexOf(round) + 1,
                                round.begin(),
                                round.sentOn(),
                                round.all(),
                                (double) round.all() / ideal,
                                round.slowestPage(),
                                round.pages()))
                .collect(Collectors.joining("\n"));
        var at = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ROOT)
                .format(Instant.now().atZone(ZoneOffset.UTC));
        return """
                # One code for %d payouts

                A person authorizes %d payouts in one window with one code, at the sandbox bank, which takes %d ms for each and
                releases %d at a time. Written by `./mvnw -Pbench verify`, %s UTC; do not edit.

                The bank alone needs %d × %d ms / %d = **%,d ms**. From the code to the last result on the page it takes
                **%,d ms, %.2f times that** (median of %d rounds, after one that warms up).

                | round | taking them, and the bank's code | sent on after the code | all results shown | ratio | slowest page meanwhile |
                | --- | --- | --- | --- | --- | --- |
                %s

                The package runs with `-Xmx256m`, as one node with all that it does by default: it seals the journal, and asks the bank what became
                of the payouts it has been told of. The page is asked for again 50 ms after each answer; it lists a hundred of them and counts all.

                ## One code for more

                %,d payouts wait then, and one code is for %,d of them%s.

                | payouts | review, with all of them | all results shown | each | slowest page meanwhile |
                | --- | --- | --- | --- | --- |
                | %,d | %,d ms | %,d ms | %.2f ms | %,d ms |
                | %,d | %,d ms | %,d ms | %.2f ms | %,d ms |
                | ratio | | | %.2f (goal: %.1f at most) | (goal: %d ms at most) |

                The product, the bank, the database and the load tool share %s. Load of the machine before: %.2f.
                """.formatted(
                        plan.oneCode(),
                        plan.oneCode(),
                        EACH.toMillis(),
                        AT_ONCE,
                        at,
                        plan.oneCode(),
                        EACH.toMillis(),
                        AT_ONCE,
                        ideal,
                        median,
                        (double) median / ideal,
                        rounds.size(),
                        lines,
                        MANY * plan.oneCode(),
                        many.payouts(),
                        many.payouts() < MANY * plan.oneCode() ? ": the product takes no more at once" : "",
                        plan.oneCode(),
                        rounds.stream().mapToLong(Round::review).max().orElse(0),
                        median,
                        (double) median / plan.oneCode(),
                        rounds.stream().mapToLong(Round::slowestPage).max().orElse(0),
                        many.payouts(),
                        many.review(),
                        many.all(),
                        many.each(),
                        many.slowestPage(),
                        many.each() * plan.oneCode() / median,
                        GOAL_RATIO,
                        GOAL_PAGE.toMillis(),
                        Machine.described(database).get("processor"),
                        Machine.load());
    }
}
