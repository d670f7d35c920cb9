package io.sarf.payouts.platform;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Values as people read them. */
public final class Shown {
    private Shown() {}

    /** An IBAN in groups of four; any spaces it has already do not matter. */
    public static String iban(String iban) {
        return iban.replaceAll("\\s", "").replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** For example {@code 22 Nov 2026, 11:05 UTC}. */
    public static String time(Instant time) {
        return time(time, Locale.ENGLISH);
    }

    /** The same with the month in a language of ours; digits are always 0 to 9. */
    public static String time(Instant time, Locale language) {
        var comma = language.getLanguage().equals("ar") ? "،" : ",";
        return DateTimeFormatter.ofPattern("d MMM uuuu'" + comma + "' HH:mm 'UTC'", language)
                .withZone(ZoneOffset.UTC)
                .format(time);
    }
}
