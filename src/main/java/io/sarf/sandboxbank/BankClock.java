package io.sarf.sandboxbank;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The bank's day. It can be moved forward, so that nobody has to wait for a settlement; how far is remembered over a
 * restart. What is measured between the bank and its callers is measured on the wall, which no rehearsal moves.
 */
final class BankClock {
    private static final String AHEAD = "clock-ahead";

    private final Clock wall;
    private final Simulation switches;

    BankClock(Clock wall, Simulation switches) {
        this.wall = wall;
        this.switches = switches;
    }

    Instant now() {
        return wall().plus(ahead());
    }

    Instant wall() {
        return wall.instant().truncatedTo(ChronoUnit.MICROS);
    }

    synchronized void advance(Duration by) {
        if (by.isNegative()) {
            throw new BadRequest("A bank's clock does not go back");
        }
        switches.set(AHEAD, ahead().plus(by).toString());
    }

    private Duration ahead() {
        return Duration.parse(switches.value(AHEAD, "PT0S"));
    }
}
