package io.sarf.payouts.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Times count from the first attempt, so that late attempts do not extend the schedule. */
final class RetrySchedule {
    /** 1, 2, 5, 10, 60, 180 minutes, then every 6 hours, and a last attempt at 72 hours. */
    static final List<Duration> OFFSETS = Stream.concat(
                    Stream.of(1, 2, 5, 10, 60, 180).map(Duration::ofMinutes),
                    Stream.concat(
                            IntStream.rangeClosed(1, 11).mapToObj(step -> Duration.ofHours(3 + 6L * step)),
                            Stream.of(Duration.ofHours(72))))
            .toList();

    static final Duration LAST = OFFSETS.get(OFFSETS.size() - 1);
    private static final Duration LONGEST_JITTER = Duration.ofMinutes(5);

    private RetrySchedule() {}

    /**
     * @param spread 0 to 999, this delivery's share of the jitter, which is at most a tenth of the wait and 5 minutes
     * @param asked how long the receiver asks us to wait; it delays, but never beyond the last attempt
     * @return null when that was the last attempt
     */
    static @Nullable Instant next(Instant first, Instant attempted, int spread, @Nullable Duration asked) {
        var elapsed = Duration.between(first, attempted);
        for (var offset : OFFSETS) {
            if (offset.compareTo(elapsed) > 0) {
                var due = first.plus(offset);
                var wait = Duration.between(attempted, due);
                return later(due.plus(jitter(wait, spread)), asked, attempted, first.plus(LAST));
            }
        }
        return null;
    }

    private static Duration jitter(Duration wait, int spread) {
        var tenth = wait.dividedBy(10);
        var most = tenth.compareTo(LONGEST_JITTER) < 0 ? tenth : LONGEST_JITTER;
        return most.multipliedBy(spread).dividedBy(1_000);
    }

    private static Instant later(Instant due, @Nullable Duration asked, Instant attempted, Instant last) {
        if (asked == null) {
            return due;
        }
        var wanted = attempted.plus(asked);
        var bounded = wanted.isBefore(last) ? wanted : last;
        return bounded.isAfter(due) ? bounded : due;
    }

    /** Seconds or an HTTP date; null when it is neither. */
    static @Nullable Duration retryAfter(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        var text = header.strip();
        try {
            var asked = text.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return asked.isNegative() ? Duration.ZERO : asked;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }
}
