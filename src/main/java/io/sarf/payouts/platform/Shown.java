package io.sarf.payouts.platform;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How values that are no words are written for people. */
public final class Shown {
    private Shown() {}

    /** In groups of four. */
    public static String iban(String iban) {
        return iban.replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** {@code 22 Nov 2026, 11:05 UTC}. */
    public static String time(Instant at) {
        return DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
                .format(at.atOffset(ZoneOffset.UTC));
    }
}
