package io.sarf.payouts.payouttab;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.sandboxbank.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private static final Duration LONG_AGO = Duration.ofHours(1);

    private final MovableClock clock = new MovableClock();
    private final Remembered<String, Integer> figures = new Remembered<>(clock);
    private final Instant change = clock.instant().minus(LONG_AGO);
    private int computed;

    @Test
    void nothing_is_computed_again_while_nothing_has_changed_but_for_half_a_minute_at_most() {
        assertThat(get(change, Duration.ZERO)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(29));
        assertThat(get(change, Duration.ZERO)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(get(change, Duration.ZERO)).isEqualTo(2);
    }

    @Test
    void quick_figures_are_computed_again_after_each_change() {
        get(change, Duration.ofMillis(199));

        assertThat(get(change.plusMillis(1), Duration.ZERO)).isEqualTo(2);
    }

    @Test
    void after_a_change_of_the_last_seconds_another_one_may_still_be_committed_with_an_earlier_time() {
        var now = clock.instant();
        get(now, Duration.ZERO);
        assertThat(get(now, Duration.ZERO)).isEqualTo(2);

        clock.advance(Duration.ofSeconds(6));
        get(now, Duration.ZERO);
        assertThat(get(now, Duration.ZERO)).isEqualTo(3);
    }

    @Test
    void figures_that_take_long_are_used_for_twenty_times_as_long() {
        get(change, Duration.ofSeconds(2));

        clock.advance(Duration.ofSeconds(40).minusMillis(1));
        assertThat(get(change.plusMillis(1), Duration.ZERO)).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(get(change.plusMillis(1), Duration.ZERO)).isEqualTo(2);
    }

    @Test
    void each_reader_has_figures_of_its_own() {
        get(change, Duration.ZERO);

        assertThat(figures.get("other", Optional.of(change), () -> 7)).isEqualTo(7);
        assertThat(figures.get("never changed", Optional.empty(), () -> 8)).isEqualTo(8);
    }

    private int get(Instant changedAt, Duration takes) {
        return figures.get("reader", Optional.of(changedAt), () -> {
            clock.advance(takes);
            return ++computed;
        });
    }
}
