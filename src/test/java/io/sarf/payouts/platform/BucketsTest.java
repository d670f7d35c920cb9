package io.sarf.payouts.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.sandboxbank.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MovableClock clock = new MovableClock();
    private final Buckets<String> buckets = new Buckets<>(3, MINUTE, 100, clock);

    private void empty(String key) {
        for (var i = 0; i < 3; i++) {
            assertThat(buckets.take(key)).isEmpty();
        }
    }

    @Test
    void who_has_taken_all_tokens_has_to_wait_for_the_next_one() {
        empty("a");

        assertThat(buckets.take("a")).contains(Duration.ofSeconds(20));
        clock.advance(Duration.ofSeconds(19));
        assertThat(buckets.take("a")).contains(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(buckets.take("a")).isEmpty();
        assertThat(buckets.take("a")).isPresent();
    }

    @Test
    void it_tells_what_is_left_and_when_all_of_it_is_there_again() {
        assertThat(buckets.level("a")).isEqualTo(new Buckets.Level(3, 0));
        buckets.take("a");
        assertThat(buckets.level("a")).isEqualTo(new Buckets.Level(2, 20));
        buckets.take("a");
        buckets.take("a");
        buckets.take("a");
        assertThat(buckets.level("a")).isEqualTo(new Buckets.Level(0, 60));
        clock.advance(Duration.ofSeconds(21));
        assertThat(buckets.level("a")).isEqualTo(new Buckets.Level(1, 40));
        clock.advance(Duration.ofHours(1));
        assertThat(buckets.level("a")).isEqualTo(new Buckets.Level(3, 0));
    }

    @Test
    void the_wait_is_rounded_up_so_that_who_keeps_to_it_is_let_in() {
        empty("a");
        clock.advance(Duration.ofMillis(500));

        var wait = buckets.take("a");

        assertThat(wait).contains(Duration.ofSeconds(20));
        clock.advance(wait.orElseThrow());
        assertThat(buckets.take("a")).isEmpty();
    }

    @Test
    void a_bucket_fills_up_to_what_it_holds_and_no_further() {
        empty("a");
        clock.advance(Duration.ofHours(1));

        empty("a");
        assertThat(buckets.take("a")).isPresent();
    }

    @Test
    void each_has_a_bucket_of_its_own() {
        empty("a");

        assertThat(buckets.take("b")).isEmpty();
    }

    @Test
    void looking_takes_nothing() {
        assertThat(buckets.look("a")).isEmpty();
        empty("a");

        assertThat(buckets.look("a")).contains(Duration.ofSeconds(20));
        assertThat(buckets.look("a")).contains(Duration.ofSeconds(20));
    }

    @Test
    void of_too_many_the_one_that_was_idle_longest_is_forgotten() {
        var two = new Buckets<String>(1, MINUTE, 2, clock);
        two.take("a");
        two.take("b");
        two.take("a");

        two.take("c");

        assertThat(two.look("a")).isPresent();
        assertThat(two.look("c")).isPresent();
        assertThat(two.look("b")).isEmpty();
    }
}
