package io.sarf.payouts.platform;

import io.quarkus.qute.TemplateData;
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
@TemplateData
public record Moment(String iso, String shown) {
    /** @param language of the reader, for example {@code ar}; digits are always 0 to 9 */
    public static Moment of(Instant at, String language) {
        return of(at, language, "HH:mm");
    }

    /** The same to the second, for logs. */
    public static Moment precise(Instant at, String language) {
        return of(at, language, "HH:mm:ss");
    }

    private static Moment of(Instant at, String language, String time) {
        var comma = language.equals("ar") ? "،" : ",";
        var shown = DateTimeFormatter.ofPattern(
                        "d MMM uuuu'" + comma + "' " + time + " 'UTC'", Locale.forLanguageTag(language))
                .withZone(ZoneOffset.UTC);
        return new Moment(at.toString(), shown.format(at));
    }
}
