package io.sarf.payouts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
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
    void tells_the_time_of_the_readers_zone_and_how_far_that_is_from_utc_at_that_time() {
        assertThat(Moment.of(AT, "en", ZoneId.of("Asia/Dubai")).shown()).isEqualTo("22 Nov 2026, 15:05 UTC+4");
        assertThat(Moment.of(AT, "ar", ZoneId.of("Asia/Kolkata")).shown()).isEqualTo("22 نوفمبر 2026، 16:35 UTC+5:30");
        var honolulu = ZoneId.of("Pacific/Honolulu");
        assertThat(Moment.of(Instant.parse("2026-11-22T05:00:00Z"), "en", honolulu)
                        .shown())
                .isEqualTo("21 Nov 2026, 19:00 UTC-10");
        var summer = Instant.parse("2026-07-01T12:00:00Z");
        assertThat(Moment.of(summer, "en", ZoneId.of("Europe/Berlin")).shown()).isEqualTo("1 Jul 2026, 14:00 UTC+2");
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
