package io.sarf.payouts.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The languages that a browser asks for (RFC 9110, 12.5.4), as far as they decide between ours. Only the beginning of the header
 * is read: browsers send a few languages, and what is longer was sent to keep us busy.
 */
final class AcceptedLanguages {
    /** In characters. */
    static final int LENGTH_MAX = 500;

    private static final int RANGES_MAX = 20;

    /** A language, whatever region or script stands behind it, and perhaps how much it is wanted. */
    private static final Pattern RANGE =
            Pattern.compile("\\s*([A-Za-z]{2,8})(?:-[A-Za-z0-9]{1,8})*\\s*(?:;\\s*[qQ]=([01](?:\\.\\d{1,3})?))?\\s*");

    private AcceptedLanguages() {}

    /** The one of them that is wanted most, the first of equals; empty when it is none of them. */
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

    /** Without what the end of the part that is read has cut in two. */
    private static List<String> ranges(String header) {
        var read =
                header.length() <= LENGTH_MAX ? header : header.substring(0, header.lastIndexOf(',', LENGTH_MAX) + 1);
        var ranges = List.of(read.split(",", RANGES_MAX + 1));
        return ranges.size() > RANGES_MAX ? ranges.subList(0, RANGES_MAX) : ranges;
    }
}
