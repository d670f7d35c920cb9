package io.sarf.payouts.platform;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A time as a page shows it.
 *
 * @param iso for programs
 * @param shown for people, with its zone, for example {@code 22 Nov 2026, 11:05 UTC}
 */
public record Moment(String iso, String shown) {
    /** @param language of the page, for example {@code ar}; digits are always 0 to 9 */
    public static Moment of(Instant at, String language) {
        var comma = language.equals("ar") ? "،" : ",";
        var shown = DateTimeFormatter.ofPattern(
                        "d MMM uuuu'" + comma + "' HH:mm 'UTC'", Locale.forLanguageTag(language))
                .withZone(ZoneOffset.UTC);
        return new Moment(at.toString(), shown.format(at));
    }
}
