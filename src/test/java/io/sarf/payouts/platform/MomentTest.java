package io.sarf.payouts.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MomentTest {
    private static final Instant AT = Instant.parse("2026-11-22T11:05:59.9Z");

    @Test
    void names_the_time_and_its_zone() {
        assertThat(Moment.of(AT, "en").shown()).isEqualTo("22 Nov 2026, 11:05 UTC");
        assertThat(Moment.of(Instant.parse("2026-01-02T00:00:00Z"), "en").shown())
                .isEqualTo("2 Jan 2026, 00:00 UTC");
    }

    @Test
    void names_the_month_in_the_readers_language_and_keeps_the_digits() {
        assertThat(Moment.of(AT, "ar").shown()).isEqualTo("22 نوفمبر 2026، 11:05 UTC");
    }

    @Test
    void is_precise_where_seconds_matter() {
        assertThat(Moment.precise(AT, "en").shown()).isEqualTo("22 Nov 2026, 11:05:59 UTC");
    }

    @Test
    void programs_read_the_whole_instant() {
        assertThat(Moment.of(AT, "ar").iso()).isEqualTo("2026-11-22T11:05:59.900Z");
    }
}
