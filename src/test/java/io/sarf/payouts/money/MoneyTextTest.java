package io.sarf.payouts.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTextTest {
    private static final Locale ARABIC = Locale.forLanguageTag("ar");

    @ParameterizedTest
    @CsvSource({
        "AED 2080, '2,080.00'",
        "AED 1250.75, '1,250.75'",
        "KWD 0.5, 0.500",
        "JPY 1000, '1,000'",
    })
    void an_amount_has_the_decimals_of_its_currency(String money, String shown) {
        assertThat(MoneyText.shown(Money.parse(money))).isEqualTo(shown);
    }

    @Test
    void an_amount_is_spelled_in_english() {
        assertThat(MoneyText.inWords(Money.parse("AED 1250.75"), Locale.ENGLISH))
                .isEqualTo("one thousand two hundred fifty UAE dirhams 75/100");
    }

    @ParameterizedTest
    @CsvSource({
        "AED 0.50, صفر درهم إماراتي و50/100",
        "AED 1, درهم إماراتي واحد و00/100",
        "AED 2, درهمان إماراتيان و00/100",
        "AED 3, ثلاثة دراهم إماراتية و00/100",
        "AED 11, أحد عشر درهمًا إماراتيًا و00/100",
        "AED 100, مائة درهم إماراتي و00/100",
        "AED 200, مائتا درهم إماراتي و00/100",
        "AED 315.20, ثلاثمائة وخمسة عشر درهمًا إماراتيًا و20/100",
        "AED 2000, ألفا درهم إماراتي و00/100",
        "AED 2080, ألفان وثمانون درهمًا إماراتيًا و00/100",
        "AED 10500, عشرة آلاف وخمسمائة درهم إماراتي و00/100",
        "AED 12500, اثنا عشر ألفًا وخمسمائة درهم إماراتي و00/100",
        "SAR 103004, مائة وثلاثة آلاف وأربعة ريالات سعودية و00/100",
        "SAR 200000, مائتا ألف ريال سعودي و00/100",
        "KWD 1284310.045, مليون ومائتان وأربعة وثمانون ألفًا وثلاثمائة وعشرة دنانير كويتية و045/1000",
        "EUR 2, اثنان يورو و00/100",
    })
    void an_amount_is_declined_in_arabic(String money, String words) {
        assertThat(MoneyText.inWords(Money.parse(money), ARABIC)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "'1,234.50', 1234.50",
        "1 234.5, 1234.5",
        "١٢٣٤٫٥٠, 1234.50",
        "١٬٢٣٤٫٥٠, 1234.50",
        "'١,٢٣٤.٥٠', 1234.50",
        "۱٬۲۳۴٬۵۶۷, 1234567",
        "'\u200f١٢٠\u200e ', 120",
        "1٫5, 1.5",
    })
    void an_amount_is_read_as_it_is_typed_in_english_and_in_arabic(String typed, String amount) {
        assertThat(MoneyText.read(typed)).contains(new BigDecimal(amount));
    }

    /** Better asked again than paid ten times over. */
    @ParameterizedTest
    @CsvSource({"'12,50'", "12 50", "١٢٬٥٠", "١٢ ٥٠", "١٫٢٫٣", "'١٢،٥٠'", "-٥", "1e3", "''"})
    void what_could_be_read_in_two_ways_is_no_amount(String typed) {
        assertThat(MoneyText.read(typed)).isEmpty();
    }
}
