package io.sarf.sandboxbank;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.random.RandomGenerator;

final class Faults {
    private static final String PREFIX = "faults:";
    private static final Setting NONE = new Setting(0, 0, 0, 0);

    private final Simulation switches;
    private final RandomGenerator random = new SecureRandom();

    Faults(Simulation switches) {
        this.switches = switches;
    }

    void set(SimulatedBank bank, Setting setting) {
        setting.check();
        switches.set(PREFIX + bank, setting.written());
    }

    void clear() {
        for (SimulatedBank bank : SimulatedBank.values()) {
            set(bank, NONE);
        }
    }

    Setting setting(SimulatedBank bank) {
        return Setting.read(switches.value(PREFIX + bank, NONE.written()));
    }

    Luck draw(SimulatedBank bank) {
        Setting now = setting(bank);
        if (now.equals(NONE)) {
            return Luck.GOOD;
        }
        int latency = now.latencyMinMs() + random.nextInt(now.latencyMaxMs() - now.latencyMinMs() + 1);
        int roll = random.nextInt(1000);
        Mishap mishap = roll < now.cutsPerMille()
                ? Mishap.CUT
                : roll < now.cutsPerMille() + now.errorsPerMille() ? Mishap.ERROR : Mishap.NONE;
        return new Luck(Duration.ofMillis(latency), mishap, random.nextBoolean());
    }

    enum Mishap {
        NONE,
        CUT,
        ERROR
    }

    /** @param before whether the fault occurs before any effect, or after the commit */
    record Luck(Duration latency, Mishap mishap, boolean before) {
        static final Luck GOOD = new Luck(Duration.ZERO, Mishap.NONE, true);

        boolean spoils(boolean now) {
            return mishap != Mishap.NONE && before == now;
        }

        Reply spoiled() {
            return mishap == Mishap.CUT
                    ? new Reply.Cut()
                    : Reply.error(500, "error", "Something went wrong at the bank");
        }
    }

    record Setting(int latencyMinMs, int latencyMaxMs, int errorsPerMille, int cutsPerMille) {
        static Setting read(String written) {
            String[] parts = written.split(" ", -1);
            return new Setting(
                    Integer.parseInt(parts[0]),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    Integer.parseInt(parts[3]));
        }

        String written() {
            return latencyMinMs + " " + latencyMaxMs + " " + errorsPerMille + " " + cutsPerMille;
        }

        private void check() {
            boolean right = latencyMinMs >= 0
                    && latencyMaxMs >= latencyMinMs
                    && latencyMaxMs <= 600_000
                    && errorsPerMille >= 0
                    && cutsPerMille >= 0
                    && errorsPerMille + cutsPerMille <= 1000;
            if (!right) {
                throw new BadRequest("Latency from 0 to 600000 ms, errors and cuts together at most 1000 per mille");
            }
        }
    }
}
