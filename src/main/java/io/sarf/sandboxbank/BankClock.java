package io.sarf.sandboxbank;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The bank's simulated time, which can be advanced. Intervals between the bank and its callers use wall time. */
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
