package io.sarf.payouts.payouttab;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.sandboxbank.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final MovableClock clock = new MovableClock();
    private final Remembered<String, Integer> figures = new Remembered<>(clock);
    private int computed;

    @Test
    void nothing_is_computed_again_while_nothing_has_changed_but_for_half_a_minute_at_most() {
        assertThat(get("first", Duration.ZERO)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(29));
        assertThat(get("first", Duration.ZERO)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(get("first", Duration.ZERO)).isEqualTo(2);
    }

    @Test
    void quick_figures_are_never_out_of_date() {
        get("first", Duration.ofMillis(199));

        assertThat(get("second", Duration.ZERO)).isEqualTo(2);
    }

    @Test
    void figures_that_take_long_are_used_for_twenty_times_as_long() {
        get("first", Duration.ofMillis(300));

        clock.advance(Duration.ofMillis(20 * 300 - 301));
        assertThat(get("second", Duration.ZERO)).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(get("second", Duration.ZERO)).isEqualTo(2);
    }

    @Test
    void each_reader_has_figures_of_its_own() {
        get("first", Duration.ZERO);

        assertThat(figures.get("other", "first", () -> 7)).isEqualTo(7);
    }

    private int get(String version, Duration takes) {
        return figures.get("reader", version, () -> {
            clock.advance(takes);
            return ++computed;
        });
    }
}
