package io.sarf.payouts.dispatch;

import io.sarf.payouts.work.Backoff;
import io.sarf.payouts.work.InFlight;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Limits calls per bank, so that a slow bank does not block the others. After several unanswered calls in a row a bank
 * is paused, then gets one call; an answer ends the pause.
 */
final class BankConcurrency {
    /** Unanswered calls in a row that start a pause. */
    static final int SILENT = 5;

    private static final Backoff PAUSE = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(2));

    private static final class Silence {
        private int calls;
        private @Nullable Instant until;
    }

    private final InFlight<String> calls = new InFlight<>(Integer.MAX_VALUE);
    private final Map<String, Silence> silences = new HashMap<>();
    private final Clock clock;

    BankConcurrency(Clock clock) {
        this.clock = clock;
    }

    /** @param most calls the bank takes at once */
    synchronized int take(String bank, int most) {
        var silence = of(bank);
        return calls.take(bank, silence.calls < SILENT ? most : paused(silence) ? 0 : 1);
    }

    void give(String bank, int count) {
        calls.give(bank, count);
    }

    synchronized void answered(String bank) {
        silences.remove(bank);
    }

    /** Calls that were under way when the pause began do not lengthen it. */
    synchronized void silent(String bank) {
        var silence = of(bank);
        if (paused(silence)) {
            return;
        }
        silence.calls++;
        if (silence.calls >= SILENT) {
            silence.until = clock.instant().plus(PAUSE.after(silence.calls - SILENT + 1));
        }
    }

    private Silence of(String bank) {
        return silences.computeIfAbsent(bank, any -> new Silence());
    }

    private boolean paused(Silence silence) {
        return silence.until != null && clock.instant().isBefore(silence.until);
    }
}
