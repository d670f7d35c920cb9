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
 * @param iso for programs
 * @param shown for people, with its zone, for example {@code 22 Nov 2026, 15:05 UTC+4}
 */
@TemplateData
public record Moment(String iso, String shown) {
    /** In the reader's zone; UTC outside a request or without a choice. Digits are always 0 to 9. */
    public static Moment of(Instant at, String language) {
        return of(at, language, zone());
    }

    public static Moment of(Instant at, String language, ZoneId zone) {
        return of(at, language, zone, "HH:mm");
    }

    /** With seconds, for logs. */
    public static Moment precise(Instant at, String language) {
        return of(at, language, zone(), "HH:mm:ss");
    }

    /** Offset from UTC, for example {@code UTC+5:30}; {@code UTC} for none. */
    public static String offset(ZoneId zone, Instant at) {
        return new DateTimeFormatterBuilder()
                .appendLiteral("UTC")
                .appendOffset("+H:mm", "")
                .toFormatter(Locale.ROOT)
                .format(at.atZone(zone));
    }

    /** Parses the browser's date and time in the reader's zone; null if invalid. */
    public static @Nullable Instant typed(String text) {
        try {
            return LocalDateTime.parse(Typed.digits(text)).atZone(zone()).toInstant();
        } catch (DateTimeParseException malformed) {
            return null;
        }
    }

    /** The reader's zone; UTC without one. */
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
