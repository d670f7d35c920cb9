package io.sarf.payouts.destination;

import io.sarf.payouts.web.Shown;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.iban4j.CountryCode;

final class Countries {
    /** Listed first, because most payees are there. */
    static final List<String> GULF = List.of("ARE", "SAU", "KWT", "BHR", "QAT", "OMN");

    private Countries() {}

    static List<String> others(Locale language) {
        var order = Collator.getInstance(language);
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Locale("", code).getISO3Country())
                .filter(code -> !GULF.contains(code) && CountryCode.getByCode(code) != null)
                .sorted(Comparator.comparing(code -> Shown.country(code, language), order))
                .toList();
    }
}
