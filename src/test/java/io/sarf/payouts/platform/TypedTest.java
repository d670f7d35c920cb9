package io.sarf.payouts.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTest {
    @ParameterizedTest
    @CsvSource({
        "١٢٣٤٥٦٧٨٩٠, 1234567890",
        "۱۲۳۴۵۶۷۸۹۰, 1234567890",
        "2026-٠٣-۰۱, 2026-03-01",
        "SBIN٠٠۰۱, SBIN0001",
        "رقم ٥, رقم 5",
        // Digits of other scripts are nobody's keyboard here, and stay what they are.
        "１२３, １२３",
    })
    void arabic_digits_are_read_as_latin_ones_and_everything_else_stays(String typed, String read) {
        assertThat(Typed.digits(typed)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"' ١١ ١١ ', 1111", "'\u200f۱۱۱۱\u200e', 1111", "'1 1\u00a01\t1', 1111"})
    void a_code_is_read_without_blanks_and_invisible_marks(String typed, String read) {
        assertThat(Typed.joined(typed)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"١٬٢٣٤٫٥٠, '1,234.50'", "' ۱۲۰٫۲۵\u200f', 120.25", "'١٢ ٥٠', 12 50"})
    void an_amount_keeps_its_separators_and_blanks(String typed, String read) {
        assertThat(Typed.amount(typed)).isEqualTo(read);
    }
}
