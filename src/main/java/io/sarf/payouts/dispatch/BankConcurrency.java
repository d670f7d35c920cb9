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
 * The calls this node may have under way at each bank, so that a slow bank takes nothing from the others. A bank that has
 * not answered several times in a row gets no calls for a while, then one; its answer ends the pause.
 */
final class BankConcurrency {
    /** Calls under way at once, at one bank. */
    static final int EACH = 8;

    /** Silent calls in a row after which a bank gets a pause. */
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

    /** Takes all calls that are free for a bank now; returns how many. */
    synchronized int take(String bank) {
        var silence = of(bank);
        return calls.take(bank, silence.calls < SILENT ? EACH : paused(silence) ? 0 : 1);
    }

    /** Gives back calls that are over, or found nothing to do. */
    void give(String bank, int count) {
        calls.give(bank, count);
    }

    /** The bank has answered. */
    synchronized void answered(String bank) {
        silences.remove(bank);
    }

    /** The bank could not be reached, or did not answer in time. */
    synchronized void silent(String bank) {
        var silence = of(bank);
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
