package io.sarf.payouts.dispatch;

import io.sarf.payouts.work.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The calls this node may have under way at each bank, so that a slow bank takes nothing from the others. A bank that has
 * not answered several times in a row is left alone for a while, then tried with one call; its answer opens it again.
 */
final class BankConcurrency {
    /** Calls under way at once, at one bank. */
    static final int EACH = 8;

    /** Silent calls in a row after which a bank is left alone. */
    static final int SILENT = 5;

    private static final Backoff ALONE = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(2));

    private static final class Bank {
        private int busy;
        private int silent;
        private @Nullable Instant aloneUntil;
    }

    private final Map<String, Bank> banks = new HashMap<>();
    private final Clock clock;

    BankConcurrency(Clock clock) {
        this.clock = clock;
    }

    /** Takes all that are free for a bank now; returns how many. */
    synchronized int take(String bank) {
        var one = of(bank);
        var most = one.silent < SILENT ? EACH : alone(one) ? 0 : 1;
        var free = Math.max(0, most - one.busy);
        one.busy += free;
        return free;
    }

    /** Gives back hands that found nothing to do. */
    synchronized void give(String bank, int hands) {
        of(bank).busy -= hands;
    }

    /** The bank has said something. */
    synchronized void answered(String bank) {
        var one = of(bank);
        one.silent = 0;
        one.aloneUntil = null;
    }

    /** The bank could not be reached, or did not answer in time. */
    synchronized void silent(String bank) {
        var one = of(bank);
        one.silent++;
        if (one.silent >= SILENT) {
            one.aloneUntil = clock.instant().plus(ALONE.after(one.silent - SILENT + 1));
        }
    }

    private Bank of(String bank) {
        return banks.computeIfAbsent(bank, any -> new Bank());
    }

    private boolean alone(Bank bank) {
        return bank.aloneUntil != null && clock.instant().isBefore(bank.aloneUntil);
    }
}
