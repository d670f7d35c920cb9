package io.sarf.payouts.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values as people read them. */
public final class Shown {
    private Shown() {}

    /** An IBAN in groups of four; any spaces it has already do not matter. */
    public static String iban(String iban) {
        return iban.replaceAll("\\s", "").replaceAll("(.{4})(?=.)", "$1 ");
    }

    /**
     * Several values in one line of text where no markup may stand. Each keeps its own direction, and they follow each
     * other in the direction of the page.
     */
    public static String line(String... values) {
        return Arrays.stream(values).map(value -> "\u2068" + value + "\u2069").collect(Collectors.joining(" · "));
    }

    /** A country's name by its ISO 3166-1 alpha-3 code; the code where there is no such country. */
    public static String country(String code, Locale language) {
        return Arrays.stream(Locale.getISOCountries())
                .map(country -> new Locale("", country))
                .filter(country -> country.getISO3Country().equals(code))
                .findFirst()
                .map(country -> country.getDisplayCountry(language))
                .orElse(code);
    }
}
