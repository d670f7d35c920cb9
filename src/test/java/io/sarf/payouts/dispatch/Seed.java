package io.sarf.payouts.dispatch;

import io.sarf.payouts.authorization.AuthorizationId;
import io.sarf.payouts.payout.SeededPayouts.Look;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.SignInTooOld;
import io.sarf.payouts.work.Lease;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One run: a few payouts, people who want something of them, nodes that take them to the bank, and whatever chance does to
 * any of them. Then everything goes well again until nothing is left to be done.
 */
final class Seed {
    /** What somebody wants of a payout; they try again a few times. */
    private enum Wish {
        WINDOW,
        RELEASE,
        CANCELLATION,
        APPROVAL_AT_THE_PORTAL,
        REJECTION_AT_THE_PORTAL
    }

    /** Every ending that the bank can be asked for by an amount, but the one that takes 15 s of real time. */
    private static final List<String> ENDINGS =
            List.of("00", "00", "00", "00", "00", "51", "52", "53", "54", "55", "56", "57", "59", "60", "61");

    /** The bank is closed, and says so. */
    private static final String CERTAIN_NO = "57";

    private static final List<List<Wish>> WISHES = List.of(
            List.of(),
            List.of(Wish.WINDOW),
            List.of(Wish.WINDOW),
            List.of(Wish.RELEASE),
            List.of(Wish.CANCELLATION),
            List.of(Wish.APPROVAL_AT_THE_PORTAL),
            List.of(Wish.REJECTION_AT_THE_PORTAL),
            List.of(Wish.WINDOW, Wish.CANCELLATION),
            List.of(Wish.WINDOW, Wish.APPROVAL_AT_THE_PORTAL),
            List.of(Wish.WINDOW, Wish.REJECTION_AT_THE_PORTAL),
            List.of(Wish.RELEASE, Wish.CANCELLATION),
            List.of(Wish.RELEASE, Wish.WINDOW));

    /** So often somebody tries to have what they want, then they give up. */
    private static final int TRIES = 5;

    private static final int STEPS = 13;
    private static final int ROUNDS = 80;

    private final SeedWorld world;
    private final Node node;
    private final Chance chance;
    private final Map<UUID, List<Wish>> wishes = new LinkedHashMap<>();
    private final Map<UUID, BigDecimal> amounts = new LinkedHashMap<>();
    private final Map<UUID, Integer> tries = new HashMap<>();
    private final List<AuthorizationId> windows = new ArrayList<>();
    private final List<Actor> state = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private int actors;

    Seed(SeedWorld world, Node node, long number) {
        this.world = world;
        this.node = node;
        this.chance = new Chance(number);
    }

    Chance chance() {
        return chance;
    }

    /** What was found wrong; empty when all is as it must be. */
    List<String> run() {
        world.bank().copies(world.bankKnowsCopies());
        var payouts = chance.percent(10) ? 4 : chance.percent(20) ? 3 : chance.percent(40) ? 2 : 1;
        for (var each = 0; each < payouts; each++) {
            create();
        }
        for (var step = 0; step < STEPS; step++) {
            step();
        }
        chance.end();
        if (!settle()) {
            faults.add("Something is still to be done after " + ROUNDS + " rounds in which everything went well");
        }
        faults.addAll(new Verdict(world, amounts).of(looks()));
        return faults;
    }

    private void create() {
        var id = world.ids().next();
        var ending = chance.aim().misleads() && wishes.isEmpty() ? CERTAIN_NO : chance.oneOf(ENDINGS);
        var amount = new BigDecimal((10 + chance.below(90)) + "." + ending);
        var wished = new ArrayList<>(chance.oneOf(WISHES));
        var byChance = chance.percent(35);
        var automatic = wishes.isEmpty() ? leadTo(chance.aim().point(), wished, byChance) : byChance;
        wishes.put(id, wished);
        amounts.put(id, amount);
        chance.tell("payout " + wishes.size() + ": " + amount + (automatic ? ", automatic" : "") + ", wanted: "
                + wishes.get(id));
        person("creates", () -> world.create(id, amount, automatic));
    }

    /** The first payout goes where the run's fault waits; answers whether it is an automatic one. */
    private boolean leadTo(String point, List<Wish> wished, boolean automatic) {
        if (point.startsWith("authorize")) {
            return true;
        }
        var needed = point.startsWith("window") || point.startsWith("code")
                ? Wish.WINDOW
                : point.startsWith("release") ? Wish.RELEASE : point.startsWith("cancel") ? Wish.CANCELLATION : null;
        if (needed == null) {
            return automatic;
        }
        wished.clear();
        wished.add(needed);
        return false;
    }

    private void step() {
        world.clock().advance(Duration.ofMillis(1));
        var what = chance.below(100);
        if (what < (aboutPeople() ? 35 : 45)) {
            work();
        } else if (what < (aboutPeople() ? 72 : 65)) {
            wish();
        } else if (what < 78) {
            follow();
        } else if (what < 88) {
            pass(Duration.ofSeconds(1 + chance.below(70)));
        } else if (what < 93) {
            world.inside().settle();
        } else if (what < 96 && !chance.expectsAnother()) {
            goOn();
        } else if (what < 99) {
            arrive();
        } else if (chance.percent(30)) {
            chance.tell("the bank dies and is started again");
            world.restartBank();
        }
    }

    /** Whether the run's fault waits where nobody comes unless people hurry. */
    private boolean aboutPeople() {
        return chance.aim().point().startsWith("code") || chance.aim().point().startsWith("cancel");
    }

    private void pass(Duration time) {
        chance.tell(time.toSeconds() + " s pass");
        world.clock().advance(time);
    }

    /** A node takes some of what is due, all of it in one batch. */
    private void work() {
        var most = 1 + chance.below(4);
        for (var share : world.tasks().due()) {
            if (share.application().equals(world.company().scope().application().value())) {
                actor("node", () -> {
                    var leases = world.tasks().claim(List.of(share), most);
                    if (!leases.isEmpty()) {
                        Points.passed(Points.CLAIMED);
                        node.step(share.bank(), leases);
                    }
                });
                return;
            }
        }
    }

    private void follow() {
        world.watch().ifPresent(watch -> actor("node that follows the bank", () -> world.follow(watch)));
    }

    private void goOn() {
        if (!state.isEmpty()) {
            var actor = state.remove(chance.below(state.size()));
            chance.tell(actor.name() + " goes on");
            actor.goOn();
            after(actor);
        }
    }

    private void arrive() {
        if (world.wire().underWay() > 0) {
            chance.tell("what was under way arrives");
            world.wire().arrive(chance.percent(50));
        }
    }

    /** Somebody tries to have what they want. */
    private void wish() {
        if (!windows.isEmpty() && chance.percent(60)) {
            code(windows.remove(chance.below(windows.size())));
            return;
        }
        var wanting = wishes.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .toList();
        if (!wanting.isEmpty()) {
            var one = chance.oneOf(wanting);
            var wish = chance.oneOf(one.getValue());
            world.looks(List.of(one.getKey())).forEach(look -> wish(look, wish));
        }
    }

    private void wish(Look look, Wish wish) {
        var payout = look.id();
        if (look.isOver() || tries.merge(payout, 1, Integer::sum) > TRIES) {
            wishes.get(payout).clear();
            return;
        }
        switch (wish) {
            case WINDOW -> window(look);
            case RELEASE -> {
                if (look.status().equals("AWAITING_AUTHORIZATION")) {
                    person("releases", () -> release(payout));
                }
            }
            case CANCELLATION -> person("cancels", () -> world.payouts().cancel(world.company(), payout));
            case APPROVAL_AT_THE_PORTAL -> world.decide(look.reference(), true);
            case REJECTION_AT_THE_PORTAL -> world.decide(look.reference(), false);
        }
    }

    private void release(UUID payout) {
        world.payouts()
                .release(world.company(), List.of(payout), () -> Points.uncommitted(Points.RELEASED, world.entities()));
        Points.committed(Points.RELEASED);
    }

    private void window(Look asked) {
        var chosen = Stream.concat(
                        Stream.of(asked),
                        looks().stream().filter(look -> !look.id().equals(asked.id()) && chance.percent(50)))
                .filter(look -> look.status().equals("AWAITING_AUTHORIZATION"))
                .filter(look -> wishes.get(look.id()).contains(Wish.WINDOW))
                .map(look -> world.payouts().subject(world.company(), look.id()))
                .toList();
        if (chosen.isEmpty()) {
            return;
        }
        var id = new AuthorizationId(world.ids().next());
        windows.add(id);
        person(
                "opens a window of " + chosen.size(),
                () -> world.windows()
                        .begin(
                                world.company().scope(),
                                controller(),
                                id,
                                world.company().bank().profile().identifier(),
                                chosen));
    }

    private void code(AuthorizationId window) {
        var wrong = chance.percent(20);
        person(wrong ? "types a wrong code" : "types the code", () -> {
            if (world.windows().waits(world.company().scope(), controller(), window)) {
                world.windows().code(world.company().scope(), controller(), window, wrong ? "9999" : "1111");
            }
        });
        if (wrong) {
            windows.add(window);
        }
    }

    /** The Financial Controller, who has just signed in again. */
    private Person controller() {
        var person = world.company().controller();
        return new Person(
                person.id(),
                person.email(),
                person.emailVerified(),
                person.name(),
                world.clock().instant());
    }

    private void person(String does, Runnable what) {
        actor("person who " + does, () -> {
            try {
                what.run();
            } catch (Refused | SignInTooOld no) {
                // They are told why, and look again.
            }
        });
    }

    private void actor(String name, Runnable what) {
        after(Actor.begin(name + " (" + ++actors + ")", chance, what));
    }

    private void after(Actor actor) {
        switch (actor.state()) {
            case STANDING -> {
                state.add(actor);
                // The others take over what it held, once they may.
                pass(Duration.ofSeconds(chance.below(120)));
            }
            case DEAD -> {
                world.buried(actor.connection());
                if (chance.goesOnNow()) {
                    goOn();
                }
            }
            case DONE -> {
                if (actor.thrown() != null && !Unanswered.isBehind(actor.thrown())) {
                    faults.add(actor.name() + " failed: " + actor.thrown());
                }
            }
            case MOVING -> throw new AssertionError(actor.name() + " still moves");
        }
    }

    /** Whoever stood goes on, whatever was under way arrives, and time goes from one thing that is due to the next. */
    private boolean settle() {
        while (world.wire().underWay() > 0) {
            world.wire().arrive(true);
        }
        while (!state.isEmpty() && !chance.expectsAnother() && chance.percent(50)) {
            goOn();
        }
        for (var round = 0; round < ROUNDS; round++) {
            world.clock().advance(Duration.ofMillis(1));
            if (!nothingDueAfterWork()) {
                continue;
            }
            if (!state.isEmpty()) {
                goOn();
            } else if (!goesOn()) {
                return true;
            }
        }
        return false;
    }

    /** Nodes do what is due; once nothing is, people have what they want and the bank does its own work. */
    private boolean nothingDueAfterWork() {
        var looks = looks();
        if (due(looks).anyMatch(this::isPast)) {
            work();
            return false;
        }
        looks.forEach(look -> List.copyOf(wishes.get(look.id())).forEach(wish -> wish(look, wish)));
        List.copyOf(windows).forEach(window -> {
            windows.remove(window);
            code(window);
        });
        world.inside().settle();
        if (world.hasNews()) {
            follow();
        }
        return true;
    }

    /** Time goes to what is due next; false when nothing ever is. */
    private boolean goesOn() {
        var next = Stream.of(due(looks()), world.inside().nextDue().stream(), world.heardFrom().stream())
                .flatMap(at -> at)
                .min(Instant::compareTo);
        next.filter(at -> !isPast(at))
                .ifPresent(at ->
                        world.clock().advance(Duration.between(world.clock().instant(), at)));
        return next.isPresent();
    }

    private boolean isPast(Instant at) {
        return !at.isAfter(world.clock().instant());
    }

    /** When each payout can be taken further. */
    private static Stream<Instant> due(List<Look> looks) {
        return looks.stream()
                .filter(look -> look.dueAt() != null)
                .map(look -> look.heldUntil() != null && look.heldUntil().isAfter(look.dueAt())
                        ? look.heldUntil().plusMillis(1)
                        : look.dueAt());
    }

    private List<Look> looks() {
        return world.looks(wishes.keySet());
    }

    /** Takes payouts one step on. */
    interface Node {
        void step(String bank, List<Lease> leases);
    }
}
