package io.sarf.payouts.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private static final Instant END = Instant.parse("2026-11-30T12:00:00Z");

    private final Lease lease = new Lease(UUID.randomUUID(), UUID.randomUUID(), END, 1, false);
    private final Queue<Runnable> paused = new ArrayDeque<>();
    private int runs;

    @Test
    void work_runs_again_after_a_pause_until_it_succeeds() {
        var results = new ArrayDeque<>(List.of(false, false, true));

        var done = repeat(results, END.minusSeconds(1));
        assertThat(runs).isEqualTo(1);
        paused.remove().run();
        assertThat(done).isNotDone();
        paused.remove().run();

        assertThat(done).isCompletedWithValue(true);
        assertThat(runs).isEqualTo(3);
        assertThat(paused).isEmpty();
    }

    @Test
    void work_does_not_run_again_when_the_lease_has_ended() {
        var done = repeat(new ArrayDeque<>(List.of(false, true)), END);

        assertThat(done).isCompletedWithValue(false);
        assertThat(runs).isEqualTo(1);
        assertThat(paused).isEmpty();
    }

    private CompletableFuture<Boolean> repeat(Queue<Boolean> results, Instant now) {
        return lease.repeat(
                        () -> {
                            runs++;
                            return CompletableFuture.completedStage(results.remove());
                        },
                        Clock.fixed(now, ZoneOffset.UTC),
                        paused::add)
                .toCompletableFuture();
    }
}
