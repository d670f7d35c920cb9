package io.sarf.payouts.bank;

import io.sarf.payouts.work.Backoff;
import io.sarf.payouts.work.InFlight;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Limits this node's calls per bank, so that a slow bank does not block the others. After several unanswered calls in a row a
 * bank is paused, then gets one call; an answer ends the pause. Where a bank gets one call at a time, payouts and payees take
 * turns.
 */
@ApplicationScoped
public class BankConcurrency {
    /** What calls are for. Neither use can take all calls of a bank that takes two or more at once. */
    public enum Use {
        PAYOUTS {
            @Override
            int limit(int most) {
                return Math.max(1, most - 1);
            }
        },
        PAYEES {
            @Override
            int limit(int most) {
                return Math.max(1, most / 2);
            }
        };

        /** @param most calls the bank takes at once */
        abstract int limit(int most);
    }

    private record Calls(String bank, Use use) {}

    /** Unanswered calls in a row that start a pause. */
    static final int SILENT = 5;

    private static final Backoff PAUSE = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(2));

    /** Longer than the interval at which queues are polled. A turn that is not taken by then is lost. */
    private static final Duration TURN = Duration.ofSeconds(3);

    /** At a bank that gets one call at a time. */
    private static final class Turns {
        private final Map<Use, Instant> waiting = new EnumMap<>(Use.class);
        private @Nullable Use last;

        boolean ofAnother(Use use, Instant now) {
            return use == last
                    && waiting.entrySet().stream()
                            .anyMatch(one -> one.getKey() != use
                                    && now.isBefore(one.getValue().plus(TURN)));
        }

        void asked(Use use, boolean got, Instant now) {
            if (got) {
                last = use;
                waiting.remove(use);
            } else {
                waiting.put(use, now);
            }
        }
    }

    private static final class Silence {
        private int calls;
        private @Nullable Instant until;
    }

    private final Banks banks;
    private final Clock clock;
    private final InFlight<String> all = new InFlight<>(Integer.MAX_VALUE);
    private final InFlight<Calls> ofUse = new InFlight<>(Integer.MAX_VALUE);
    private final Map<String, Silence> silences = new HashMap<>();
    private final Map<String, Turns> turns = new HashMap<>();
    private final Map<Use, Runnable> waiting = new EnumMap<>(Use.class);

    public BankConcurrency(Banks banks, Clock clock) {
        this.banks = banks;
        this.clock = clock;
    }

    /** @param again asks again for this use; called when it asked in vain and the other use has given back a call */
    synchronized void whenFree(Use use, Runnable again) {
        waiting.put(use, again);
    }

    /** Reserves all free calls of a bank for this use; returns how many. */
    public int take(String bank, Use use) {
        return take(
                bank,
                use,
                banks.find(bank).map(one -> one.profile().concurrency()).orElse(1));
    }

    /** @param most calls the bank takes at once */
    synchronized int take(String bank, Use use, int most) {
        var silence = of(bank);
        var limit = silence.calls < SILENT ? most : paused(silence) ? 0 : 1;
        if (limit != 1) {
            return taken(bank, use, limit, most);
        }
        var ofBank = turns.computeIfAbsent(bank, any -> new Turns());
        var taken = ofBank.ofAnother(use, clock.instant()) ? 0 : taken(bank, use, limit, most);
        ofBank.asked(use, taken > 0, clock.instant());
        return taken;
    }

    private int taken(String bank, Use use, int limit, int most) {
        var free = all.take(bank, limit);
        var taken = ofUse.take(new Calls(bank, use), use.limit(most), free);
        all.give(bank, free - taken);
        return taken;
    }

    public void give(String bank, Use use, int count) {
        given(bank, use, count).forEach(Runnable::run);
    }

    /** Returns who is to ask again. */
    private synchronized List<Runnable> given(String bank, Use use, int count) {
        all.give(bank, count);
        ofUse.give(new Calls(bank, use), count);
        var ofBank = turns.get(bank);
        return count == 0 || ofBank == null || !ofBank.ofAnother(use, clock.instant())
                ? List.of()
                : waiting.entrySet().stream()
                        .filter(one -> one.getKey() != use)
                        .map(Map.Entry::getValue)
                        .toList();
    }

    public synchronized void answered(String bank) {
        silences.remove(bank);
    }

    /** Calls that were under way when the pause began do not lengthen it. */
    public synchronized void silent(String bank) {
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
