package io.sarf.payouts.web;

import io.quarkus.qute.TemplateData;
import io.sarf.payouts.platform.Typed;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A time as a page shows it.
 *
 * @param iso for programs
 * @param shown for people, with its zone, for example {@code 22 Nov 2026, 15:05 UTC+4}
 */
@TemplateData
public record Moment(String iso, String shown) {
    /**
     * Where its reader is; UTC outside of a request, and for whoever has not said where.
     *
     * @param language of the reader, for example {@code ar}; digits are always 0 to 9
     */
    public static Moment of(Instant at, String language) {
        return of(at, language, zone());
    }

    /** The same for a reader who is not the one who asks. */
    public static Moment of(Instant at, String language, ZoneId zone) {
        return of(at, language, zone, "HH:mm");
    }

    /** The same as the first to the second, for logs. */
    public static Moment precise(Instant at, String language) {
        return of(at, language, zone(), "HH:mm:ss");
    }

    /** How far a zone is from UTC at a time, for example {@code UTC+5:30}; {@code UTC} when it is not. */
    public static String offset(ZoneId zone, Instant at) {
        return new DateTimeFormatterBuilder()
                .appendLiteral("UTC")
                .appendOffset("+H:mm", "")
                .toFormatter(Locale.ROOT)
                .format(at.atZone(zone));
    }

    /** What a browser writes for a date with a time, meant in its reader's zone; null for anything else. */
    public static @Nullable Instant typed(String text) {
        try {
            return LocalDateTime.parse(Typed.digits(text)).atZone(zone()).toInstant();
        } catch (DateTimeParseException malformed) {
            return null;
        }
    }

    /** Of whoever reads the page that is being made; UTC where nobody does. */
    public static ZoneId zone() {
        return Readers.of(Readers.request()).map(Reader::zone).orElse(ZoneOffset.UTC);
    }

    private static Moment of(Instant at, String language, ZoneId zone, String time) {
        var comma = language.equals("ar") ? "،" : ",";
        var shown = new DateTimeFormatterBuilder()
                .appendPattern("d MMM uuuu'" + comma + "' " + time)
                .toFormatter(Locale.forLanguageTag(language));
        return new Moment(at.toString(), shown.format(at.atZone(zone)) + " " + offset(zone, at));
    }
}
