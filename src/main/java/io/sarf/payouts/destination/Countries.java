package io.sarf.payouts.destination;

import io.sarf.payouts.web.Shown;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.iban4j.CountryCode;

/** Countries by name, with their ISO 3166-1 alpha-3 codes. */
final class Countries {
    /** The countries of the Gulf, where most payees are. */
    static final List<String> GULF = List.of("ARE", "SAU", "KWT", "BHR", "QAT", "OMN");

    private Countries() {}

    /** Every other country a destination may be in, by its name in the language. */
    static List<String> others(Locale language) {
        var order = Collator.getInstance(language);
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Locale("", code).getISO3Country())
                .filter(code -> !GULF.contains(code) && CountryCode.getByCode(code) != null)
                .sorted(Comparator.comparing(code -> Shown.country(code, language), order))
                .toList();
    }
}
