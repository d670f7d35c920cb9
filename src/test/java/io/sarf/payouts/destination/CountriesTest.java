package io.sarf.payouts.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class CountriesTest {
    private static final Locale ARABIC = Locale.forLanguageTag("ar");

    @Test
    void offers_only_what_the_form_takes() {
        var others = Countries.others(ARABIC);
        assertThat(others)
                .hasSizeGreaterThan(200)
                .doesNotContainAnyElementsOf(Countries.GULF)
                .doesNotHaveDuplicates();
        assertThat(others)
                .allSatisfy(code -> assertThat(destination(code).faults()).isEmpty());
        assertThat(Countries.GULF)
                .allSatisfy(code -> assertThat(destination(code).faults()).isEmpty());
    }

    private static NewDestination destination(String country) {
        return new NewDestination(
                "Al Noor", "Al Noor", "AE070331234567890123456", "1 Street", "Dubai", country, "AED", null, null);
    }
}
