package io.sarf.payouts.payout;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What was accepted, or failed, on one day of a zone and in one currency. */
record Day(LocalDate day, String currency, boolean failed, long count, BigDecimal total) {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    /** @param row quarters of an hour since 1970, currency, whether it was accepted, count, sum */
    static Day of(Object[] row, ZoneId zone) {
        var at = Instant.EPOCH.plus(QUARTER.multipliedBy(((Number) row[0]).longValue()));
        return new Day(
                at.atZone(zone).toLocalDate(),
                (String) row[1],
                ((Number) row[2]).intValue() == 0,
                ((Number) row[3]).longValue(),
                (BigDecimal) row[4]);
    }

    /** One for each day, currency and outcome. */
    static List<Day> merged(Stream<Day> parts) {
        Map<String, Day> days = new TreeMap<>();
        parts.forEach(part -> days.merge(part.day + part.currency + part.failed, part, Day::with));
        return List.copyOf(days.values());
    }

    private Day with(Day more) {
        return new Day(day, currency, failed, count + more.count, total.add(more.total));
    }
}
