package io.sarf.payouts.payouttab;

import io.sarf.payouts.money.Total;
import io.sarf.payouts.payout.PayoutResult;
import io.sarf.payouts.payout.PayoutState;
import io.sarf.payouts.payout.PayoutState.Outcome;
import io.sarf.payouts.payout.PayoutStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Money with one result, on one day of a time zone and in one currency. */
record Day(LocalDate day, PayoutResult result, Total total) {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    /** @param row quarters of an hour since 1970, currency, status, outcome, count, sum */
    static Day of(Object[] row, ZoneId zone) {
        var at = Instant.EPOCH.plus(QUARTER.multipliedBy(((Number) row[0]).longValue()));
        return new Day(
                at.atZone(zone).toLocalDate(),
                PayoutResult.of(state((String) row[2], (String) row[3])).orElseThrow(),
                Total.of((String) row[1], ((Number) row[4]).longValue(), (BigDecimal) row[5]));
    }

    private static PayoutState state(String status, @Nullable String outcome) {
        return new PayoutState(PayoutStatus.valueOf(status), outcome == null ? null : Outcome.valueOf(outcome));
    }

    static List<Day> merged(Stream<Day> parts) {
        var days = new TreeMap<String, Day>();
        parts.forEach(part -> days.merge(part.day + part.currency() + part.result, part, Day::plus));
        return List.copyOf(days.values());
    }

    String currency() {
        return total.currency();
    }

    private Day plus(Day more) {
        return new Day(day, result, total.plus(more.total));
    }
}
