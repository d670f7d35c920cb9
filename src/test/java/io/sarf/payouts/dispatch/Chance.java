package io.sarf.payouts.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Everything that is left to chance in one run, from one number; and what came of it, for who wants to read it. */
final class Chance {
    /** What can happen at a point. The last ones only where something is under way to the bank. */
    enum Fault {
        NONE,
        KILLED,
        STOOD_STILL,
        UNANSWERED,
        LOST,
        CUT,
        LATE,
        COPIED,
        SPOILT;

        /** To the process that is there. */
        static final List<Fault> OF_PROCESSES = List.of(KILLED, STOOD_STILL);

        /** Where several share a commit: its answer can be lost. */
        static final List<Fault> OF_BATCHES = List.of(KILLED, STOOD_STILL, UNANSWERED);

        /** Inside of a transaction nobody can stand still for long: the database would end it. */
        static final List<Fault> OF_TRANSACTIONS = List.of(KILLED);

        static final List<Fault> OF_CALLS = List.of(KILLED, STOOD_STILL, LOST, CUT, LATE, COPIED, SPOILT);

        /** A bank that takes a copy for another order is one to which nothing must be sent over such a network. */
        static final List<Fault> OF_CALLS_WITHOUT_COPIES = List.of(KILLED, STOOD_STILL, LOST, CUT, LATE, SPOILT);
    }

    /** What a run is about: the fault it has for certain, if its payouts get there. */
    record Aim(String point, Fault fault) {
        /** Whether what the bank answers may be true no more when it is recorded: then it had best be a certain no. */
        boolean misleads() {
            return point.startsWith("queue, ") && fault == Fault.STOOD_STILL;
        }
    }

    private static final int ELSEWHERE_PERCENT = 3;
    /** Trouble seldom comes alone: at so many points after a fault another one is likelier. */
    private static final int AFTERMATH = 12;

    private static final int AFTERMATH_PERCENT = 20;
    private static final int MOST = 4;

    private final Random random;
    private final Aim aim;
    private final List<String> told = new ArrayList<>();
    private final Map<String, Map<Fault, Integer>> points = new TreeMap<>();
    /** How often the point is passed before the fault strikes. */
    private int passes;

    /** Whether whoever takes over from somebody who stands still dies in the same place. */
    private boolean twice;

    private boolean stands;
    private boolean back;
    private int left;
    private int aftermath;
    private boolean over;

    Chance(long seed) {
        // Neighbouring seeds begin alike; a few numbers later they do not.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.aim = aim(seed);
        this.passes = percent(60) ? 0 : below(3);
        this.twice = aim.misleads() || (aim.fault() == Fault.STOOD_STILL && percent(50));
        this.left = below(MOST);
        tell("aims at " + aim);
    }

    static Aim aim(long seed) {
        return Points.AIMS.get(Math.floorMod((int) seed, Points.AIMS.size()));
    }

    Aim aim() {
        return aim;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean percent(int likely) {
        return random.nextInt(100) < likely;
    }

    <T> T oneOf(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    /** What happens at a point that somebody has reached. */
    Fault at(String point, List<Fault> possible) {
        var fault = diesToo(point) ? Fault.KILLED : over ? Fault.NONE : drawn(point, possible);
        points.computeIfAbsent(point, any -> new TreeMap<>()).merge(fault, 1, Integer::sum);
        if (fault != Fault.NONE) {
            aftermath = AFTERMATH;
            tell(fault + " at " + point);
        }
        return fault;
    }

    private boolean diesToo(String point) {
        var dies = expectsAnother() && point.equals(aim.point());
        twice &= !dies;
        back |= dies;
        return dies;
    }

    /** Whether somebody stands still until whoever takes over has died. */
    boolean expectsAnother() {
        return stands && twice;
    }

    /** Whether somebody has just died where another one stands, who goes on at this very moment; true once. */
    boolean goesOnNow() {
        var now = back;
        back = false;
        return now;
    }

    private Fault drawn(String point, List<Fault> possible) {
        if (point.equals(aim.point()) && passes-- == 0 && possible.contains(aim.fault())) {
            stands = aim.fault() == Fault.STOOD_STILL;
            return aim.fault();
        }
        if (left > 0 && percent(aftermath-- > 0 ? AFTERMATH_PERCENT : ELSEWHERE_PERCENT)) {
            left--;
            return oneOf(possible);
        }
        return Fault.NONE;
    }

    /** From now on everything goes well, but for somebody who takes over. */
    void end() {
        over = true;
        tell("everything goes well from here on");
    }

    void tell(String what) {
        told.add(what);
    }

    List<String> story() {
        return told;
    }

    /** How often each point was passed, and with what fault. */
    Map<String, Map<Fault, Integer>> points() {
        return points;
    }
}
