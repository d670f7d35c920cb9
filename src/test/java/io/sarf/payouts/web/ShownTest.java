package io.sarf.payouts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {
    @ParameterizedTest
    @CsvSource({
        "AE070331234567890123456, AE07 0331 2345 6789 0123 456",
        "SA0380000000608010167519, SA03 8000 0000 6080 1016 7519",
        "AE07 0331 2345 6789 0123 456, AE07 0331 2345 6789 0123 456",
        "AE0, AE0",
        "'', ''"
    })
    void groups_an_iban(String iban, String shown) {
        assertThat(Shown.iban(iban)).isEqualTo(shown);
    }

    @Test
    void names_a_country_in_the_readers_language() {
        assertThat(Shown.country("ARE", Locale.ENGLISH)).isEqualTo("United Arab Emirates");
        assertThat(Shown.country("ARE", Locale.forLanguageTag("ar"))).isEqualTo("الإمارات العربية المتحدة");
        assertThat(Shown.country("ZZZ", Locale.ENGLISH)).isEqualTo("ZZZ");
    }
}
