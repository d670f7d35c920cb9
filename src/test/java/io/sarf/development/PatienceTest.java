package io.sarf.development;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Duration STILL = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final AtomicLong nanos = new AtomicLong(-5_000_000_000L);
    private final Patience patience = new Patience(STILL, LONGEST, nanos::get);

    @Test
    void it_is_over_when_nothing_has_moved_for_a_while() {
        assertThat(looks(300, "same")).isFalse();
        assertThat(looks(2, "same")).isTrue();
        assertThat(patience.reason()).isEqualTo("after 30 s, the last 30 s of them without any progress");
    }

    @Test
    void while_something_moves_it_is_not_over() {
        for (var moved = 0; moved < 10; moved++) {
            assertThat(looks(290, "moved " + moved)).as("After move %s", moved).isFalse();
        }
        assertThat(looks(302, "moved 9")).isTrue();
    }

    @Test
    void after_the_longest_time_it_is_over_although_something_moves() {
        for (var second = 0; second < 600; second++) {
            assertThat(looks(10, second)).isFalse();
        }
        assertThat(looks(1, "moved again")).isTrue();
    }

    @Test
    void time_in_which_the_waiting_side_got_no_turn_counts_as_one_look() {
        patience.isOver("same");

        pass(STILL.multipliedBy(3));

        assertThat(patience.isOver("same")).isFalse();
        assertThat(patience.reason()).isEqualTo("after 90 s, the last 0 s of them without any progress");
    }

    /** Whether it is over after the last of them. */
    private boolean looks(int times, Object progress) {
        var over = false;
        for (var i = 0; i < times; i++) {
            pass(LOOK);
            over = patience.isOver(progress);
        }
        return over;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
