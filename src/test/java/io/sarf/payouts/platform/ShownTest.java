package io.sarf.payouts.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
    void groupsAnIban(String iban, String shown) {
        assertThat(Shown.iban(iban)).isEqualTo(shown);
    }

    @Test
    void namesTheTimeAndItsZone() {
        assertThat(Shown.time(Instant.parse("2026-11-22T11:05:59.9Z"))).isEqualTo("22 Nov 2026, 11:05 UTC");
        assertThat(Shown.time(Instant.parse("2026-01-02T00:00:00Z"))).isEqualTo("2 Jan 2026, 00:00 UTC");
    }

    @Test
    void keepsDigitsInArabic() {
        assertThat(Shown.time(Instant.parse("2026-11-22T11:05:00Z"), Locale.forLanguageTag("ar")))
                .isEqualTo("22 نوفمبر 2026، 11:05 UTC");
    }
}
