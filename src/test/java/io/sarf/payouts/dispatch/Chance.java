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
        LOST,
        CUT,
        LATE,
        COPIED,
        SPOILT;

        /** To the process that is there. */
        static final List<Fault> OF_PROCESSES = List.of(KILLED, STOOD_STILL);

        /** Inside of a transaction nobody can stand still for long: the database would end it. */
        static final List<Fault> OF_TRANSACTIONS = List.of(KILLED);

        static final List<Fault> OF_CALLS = List.of(KILLED, STOOD_STILL, LOST, CUT, LATE, COPIED, SPOILT);

        /** A bank that takes a copy for another order is one to which nothing must be sent over such a network. */
        static final List<Fault> OF_CALLS_WITHOUT_COPIES = List.of(KILLED, STOOD_STILL, LOST, CUT, LATE, SPOILT);
    }

    /** What a run is about: the fault it has for certain, if its payouts get there. */
    record Aim(String point, Fault fault) {}

    private static final int ELSEWHERE_PERCENT = 3;
    private static final int MOST = 4;

    private final Random random;
    private final Aim aim;
    private final List<String> told = new ArrayList<>();
    private final Map<String, Map<Fault, Integer>> points = new TreeMap<>();
    /** How often the point is passed before the fault strikes. */
    private int passes;

    private int left;
    private boolean over;

    Chance(long seed) {
        // Neighbouring seeds begin alike; a few numbers later they do not.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.aim = Points.AIMS.get(Math.floorMod((int) seed, Points.AIMS.size()));
        this.passes = percent(60) ? 0 : below(3);
        this.left = below(MOST);
        tell("aims at " + aim);
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
        var fault = over ? Fault.NONE : drawn(point, possible);
        points.computeIfAbsent(point, any -> new TreeMap<>()).merge(fault, 1, Integer::sum);
        if (fault != Fault.NONE) {
            tell(fault + " at " + point);
        }
        return fault;
    }

    private Fault drawn(String point, List<Fault> possible) {
        if (point.equals(aim.point()) && passes-- == 0 && possible.contains(aim.fault())) {
            return aim.fault();
        }
        if (left > 0 && percent(ELSEWHERE_PERCENT)) {
            left--;
            return oneOf(possible);
        }
        return Fault.NONE;
    }

    /** From now on everything goes well. */
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
