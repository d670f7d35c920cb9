package io.sarf.payouts.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private static final Instant FIRST = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void an_endpoint_that_never_answers_is_tried_nineteen_times_in_three_days() {
        var minutes = Stream.of(
                        1, 2, 5, 10, 60, 180, 540, 900, 1260, 1620, 1980, 2340, 2700, 3060, 3420, 3780, 4140, 4320)
                .map(Duration::ofMinutes)
                .toList();

        assertThat(waits(0)).isEqualTo(minutes);
    }

    @Test
    void jitter_never_skips_or_adds_an_attempt() {
        assertThat(waits(999)).hasSameSizeAs(waits(0));
    }

    @Property
    void jitter_only_delays_by_a_tenth_of_the_wait_and_five_minutes_at_most(
            @ForAll @LongRange(min = 0, max = 259_199) long elapsed, @ForAll @IntRange(min = 0, max = 999) int spread) {
        var attempted = FIRST.plusSeconds(elapsed);
        var plain = RetrySchedule.next(FIRST, attempted, 0, null);
        var jittered = RetrySchedule.next(FIRST, attempted, spread, null);

        var delay = Duration.between(plain, jittered);
        assertThat(delay).isBetween(Duration.ZERO, Duration.ofMinutes(5));
        assertThat(delay).isLessThanOrEqualTo(Duration.between(attempted, plain).dividedBy(10));
        assertThat(plain).isAfter(attempted);
        assertThat(RetrySchedule.OFFSETS).contains(Duration.between(FIRST, plain));
    }

    @Test
    void an_attempt_that_came_late_skips_what_it_has_passed() {
        var next = RetrySchedule.next(FIRST, FIRST.plus(Duration.ofMinutes(61)), 0, null);

        assertThat(next).isEqualTo(FIRST.plus(Duration.ofMinutes(180)));
    }

    @Test
    void an_attempt_after_seventy_two_hours_was_the_last() {
        assertThat(RetrySchedule.next(FIRST, FIRST.plus(Duration.ofHours(72)), 0, null))
                .isNull();
    }

    @Test
    void the_receiver_may_ask_for_more_time_but_not_for_less() {
        assertThat(RetrySchedule.next(FIRST, FIRST, 0, Duration.ofMinutes(30)))
                .isEqualTo(FIRST.plus(Duration.ofMinutes(30)));
        assertThat(RetrySchedule.next(FIRST, FIRST, 0, Duration.ofSeconds(1)))
                .isEqualTo(FIRST.plus(Duration.ofMinutes(1)));
    }

    @Test
    void the_receiver_cannot_put_off_the_last_attempt() {
        assertThat(RetrySchedule.next(FIRST, FIRST, 0, Duration.ofDays(30)))
                .isEqualTo(FIRST.plus(Duration.ofHours(72)));
    }

    @Test
    void retry_after_is_read_in_both_forms() {
        assertThat(RetrySchedule.retryAfter("120", FIRST)).isEqualTo(Duration.ofMinutes(2));
        assertThat(RetrySchedule.retryAfter("Sun, 01 Mar 2026 10:05:00 GMT", FIRST))
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(RetrySchedule.retryAfter("Sun, 01 Mar 2026 09:00:00 GMT", FIRST))
                .isEqualTo(Duration.ZERO);
        assertThat(RetrySchedule.retryAfter("soon", FIRST)).isNull();
        assertThat(RetrySchedule.retryAfter("99999999999999999999", FIRST)).isNull();
        assertThat(RetrySchedule.retryAfter("-5", FIRST)).isNull();
        assertThat(RetrySchedule.retryAfter(null, FIRST)).isNull();
    }

    /** When each attempt after the first is made, counted from the first, if each is made when it is due. */
    private static List<Duration> waits(int spread) {
        var waits = new ArrayList<Duration>();
        var due = RetrySchedule.next(FIRST, FIRST, spread, null);
        while (due != null) {
            waits.add(Duration.between(FIRST, due));
            due = RetrySchedule.next(FIRST, due, spread, null);
        }
        return waits;
    }
}
