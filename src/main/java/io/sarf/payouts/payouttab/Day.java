package io.sarf.payouts.payouttab;

import io.sarf.payouts.payout.Outcome;
import io.sarf.payouts.payout.PayoutResult;
import io.sarf.payouts.payout.PayoutState;
import io.sarf.payouts.payout.PayoutStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Money with one ending, on one day of a zone and in one currency. */
record Day(LocalDate day, String currency, PayoutResult ending, long count, BigDecimal total) {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    /** @param row quarters of an hour since 1970, currency, status, outcome, count, sum */
    static Day of(Object[] row, ZoneId zone) {
        var at = Instant.EPOCH.plus(QUARTER.multipliedBy(((Number) row[0]).longValue()));
        return new Day(
                at.atZone(zone).toLocalDate(),
                (String) row[1],
                PayoutResult.of(standing((String) row[2], (String) row[3])).orElseThrow(),
                ((Number) row[4]).longValue(),
                (BigDecimal) row[5]);
    }

    private static PayoutState standing(String status, @Nullable String outcome) {
        return new PayoutState(PayoutStatus.valueOf(status), outcome == null ? null : Outcome.valueOf(outcome));
    }

    /** One for each day, currency and ending. */
    static List<Day> merged(Stream<Day> parts) {
        Map<String, Day> days = new TreeMap<>();
        parts.forEach(part -> days.merge(part.day + part.currency + part.ending, part, Day::with));
        return List.copyOf(days.values());
    }

    private Day with(Day more) {
        return new Day(day, currency, ending, count + more.count, total.add(more.total));
    }
}
