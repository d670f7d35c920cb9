package io.sarf.payouts.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

public final class Shown {
    private Shown() {}

    public static String iban(String iban) {
        return iban.replaceAll("\\s", "").replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** Joins values in text without markup. Each has its own direction; their order follows the page. */
    public static String line(String... values) {
        return Arrays.stream(values).map(value -> "\u2068" + value + "\u2069").collect(Collectors.joining(" · "));
    }

    public static String country(String code, Locale language) {
        return Arrays.stream(Locale.getISOCountries())
                .map(country -> new Locale("", country))
                .filter(country -> country.getISO3Country().equals(code))
                .findFirst()
                .map(country -> country.getDisplayCountry(language))
                .orElse(code);
    }
}
