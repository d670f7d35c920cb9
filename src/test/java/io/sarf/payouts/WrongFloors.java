package io.sarf.payouts;

import static io.sarf.payouts.WrongHouse.code;

import java.util.stream.IntStream;

/** Code that {@link FloorRules} and {@link SourceRules} have to find. */
final class WrongFloors {
    private WrongFloors() {}

    static WrongHouse upwards() {
        return code("""
                package io.sarf.payouts.destination;
                class Nosy { io.sarf.payouts.payout.PayoutTasks tasks; }
                """, """
                package io.sarf.payouts.cellar;
                class Unplanned {}
                """)
                .andSays("destination imports payout, which the plan does not allow", "cellar has no floor");
    }

    static WrongHouse unlisted() {
        return code("""
                package io.sarf.payouts.payout;
                class Unlisted {}
                """).andSays("docs/architecture.md was out of date");
    }

    static WrongHouse shortcut() {
        return code("""
                package io.sarf.payouts.bank;
                class Shortcut { io.sarf.development.RunningStack stack; }
                """).andSays("Shortcut.stack");
    }

    static WrongHouse peeking() {
        return code("""
                package io.sarf.sandboxbank;
                class Peeking { io.sarf.payouts.money.MoneyText text; }
                """).andSays("Peeking.text");
    }

    static WrongHouse loud() {
        return code("""
                package io.sarf.payouts.payout;
                public class Loud { int heard; }
                """).andSays("Loud is public, yet no other package reads it");
    }

    static WrongHouse crowd() {
        var sources = IntStream.rangeClosed(1, 31)
                .mapToObj(number -> "package io.sarf.payouts.money;\nclass Extra" + number + " {}\n")
                .toArray(String[]::new);
        return code(sources).andSays("money has 31 types");
    }

    static WrongHouse mute() {
        return code("""
                package io.sarf.payouts.payout;
                class Mute {}
                """).andSays("io.sarf.payouts.payout does not say what it owns");
    }

    static WrongHouse tall() {
        var tower = "package io.sarf.payouts.payout;\nclass Tower {%s}\n".formatted("\n".repeat(249));
        var stairs = "package io.sarf.payouts.payout;\nclass Stairs { void climb() {%s} }\n".formatted("\n".repeat(40));
        return code(tower, stairs).andSays("Tower.java has 251 lines", "climb of Stairs.java has 41 lines");
    }
}
