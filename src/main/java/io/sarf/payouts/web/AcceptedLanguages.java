package io.sarf.payouts.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads only the beginning of {@code Accept-Language} (RFC 9110, 12.5.4); browsers send few languages. */
final class AcceptedLanguages {
    /** In characters. */
    static final int LENGTH_MAX = 500;

    private static final int RANGES_MAX = 20;

    /** A language with optional script, region and weight. */
    private static final Pattern RANGE =
            Pattern.compile("\\s*([A-Za-z]{2,8})(?:-[A-Za-z0-9]{1,8})*\\s*(?:;\\s*[qQ]=([01](?:\\.\\d{1,3})?))?\\s*");

    private AcceptedLanguages() {}

    static Optional<Locale> best(String header, List<Locale> ours) {
        var wanted = BigDecimal.ZERO;
        Optional<Locale> best = Optional.empty();
        for (var range : ranges(header)) {
            var parts = RANGE.matcher(range);
            if (parts.matches()) {
                var weight = parts.group(2) == null ? BigDecimal.ONE : new BigDecimal(parts.group(2));
                var found = ours.stream()
                        .filter(one -> one.getLanguage().equalsIgnoreCase(parts.group(1)))
                        .findFirst();
                if (found.isPresent() && weight.compareTo(wanted) > 0) {
                    best = found;
                    wanted = weight;
                }
            }
        }
        return best;
    }

    /** Drops the range that the length limit cuts. */
    private static List<String> ranges(String header) {
        var read =
                header.length() <= LENGTH_MAX ? header : header.substring(0, header.lastIndexOf(',', LENGTH_MAX) + 1);
        var ranges = List.of(read.split(",", RANGES_MAX + 1));
        return ranges.size() > RANGES_MAX ? ranges.subList(0, RANGES_MAX) : ranges;
    }
}
