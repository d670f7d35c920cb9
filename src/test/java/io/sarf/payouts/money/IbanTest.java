package io.sarf.payouts.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.iban4j.CountryCode;
import org.iban4j.IbanUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTest {
    private static final List<String> COUNTRIES = Arrays.stream(CountryCode.values())
            .map(CountryCode::name)
            .filter(code -> IbanLayout.of(code).isPresent())
            .toList();

    private static final String UNSEEN =
            " \t\n\u00a0\u2009\u202f\u3000\u200b\u200e\u200f\u202a\u2066\u2069\u061c\u00ad\ufeff\u2800\ufe0f";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AE070331234567890123456",
                "BH67BMAG00001299123456",
                "CY17002001280000001200527600",
                "EG380019000500000000263180002",
                "IL620108000000099999999",
                "IQ98NBIQ850123456789012",
                "JO94CBJO0010000000000131000302",
                "KW81CBKU0000000000001234560101",
                "LB62099900000001001901229114",
                "OM810180000001299123456",
                "PS92PALS000000000400123456702",
                "QA58DOHB00001234567890ABCDEFG",
                "SA0380000000608010167519",
                "TR330006100519786457841326",
                "YE15CBYE0001018861234567891234",
                "FK88SC123456789012",
                "HN88CABF00000000000250005469",
                "MN121234123456789123",
                "NI45BAPR00000013000003558124",
                "SO211000001001000100141",
                "GB29NWBK60161331926819",
                "DE89370400440532013000"
            })
    void takes_the_examples_of_the_registry(String iban) {
        assertThat(Iban.fault(iban)).isEmpty();
        assertThat(new Iban(iban)).hasToString(iban);
    }

    @ParameterizedTest
    @CsvSource({
        "AE990330000000010001013, CheckDigits[]",
        "AE080331234567890123456, CheckDigits[]",
        "SA0380000000608010167518, CheckDigits[]",
        "'AE0403300000000555O1000', 'WrongCharacter[country=AE, found=O, place=19, expected=DIGIT]'",
        "AE07033123456789012345, 'Length[country=AE, expected=23, given=22]'",
        "AE0703312345678901234567, 'Length[country=AE, expected=23, given=24]'",
        "AE, 'Length[country=AE, expected=23, given=2]'",
        "AE07-0331-2345-6789-0123-456, 'WrongCharacter[country=AE, found=-, place=5, expected=LETTER_OR_DIGIT]'",
        "KW811BKU0000000000001234560101, 'WrongCharacter[country=KW, found=1, place=5, expected=LETTER]'",
        "ZZ070331234567890123456, Country[begins=ZZ]",
        "SY070331234567890123456, Country[begins=SY]",
        "070331234567890123456, Country[begins=07]",
        "A, Country[begins=A]",
        "'', Country[begins=]",
        "<script>alert(1)</script>, Country[begins=<S]"
    })
    void says_which_part_is_wrong(String typed, String fault) {
        assertThat(Iban.fault(typed)).hasToString("Optional[" + fault + "]");
    }

    @Property(tries = 2_000)
    void takes_every_account_of_every_country_however_it_is_typed(
            @ForAll("ibans") String iban, @ForAll("ways") Random way) {
        var typed = new StringBuilder();
        for (var letter : iban.toCharArray()) {
            if (way.nextInt(3) == 0) {
                typed.append(UNSEEN.charAt(way.nextInt(UNSEEN.length())));
            }
            typed.append(otherwise(letter, way.nextInt(3)));
        }

        assertThat(Iban.tidy(typed.toString())).isEqualTo(iban);
        assertThat(Iban.fault(typed.toString())).isEmpty();
    }

    @Property(tries = 300)
    void an_account_has_one_iban(@ForAll("ibans") String iban) {
        var taken = IntStream.range(0, 100)
                .mapToObj(check -> iban.substring(0, 2) + "%02d".formatted(check) + iban.substring(4))
                .filter(one -> Iban.fault(one).isEmpty());

        assertThat(taken).containsExactly(iban);
    }

    /** A letter for a digit counts as two digits, and gets past the check digits in one of 97 cases. */
    @Property(tries = 1_000)
    void no_single_digit_or_letter_in_place_of_another_one_gets_through(
            @ForAll("ibans") String iban,
            @ForAll @IntRange(max = 33) int place,
            @ForAll @IntRange(max = 25) int other) {
        var at = place % iban.length();
        var wrong = Character.isDigit(iban.charAt(at)) ? (char) ('0' + other % 10) : (char) ('A' + other);
        var mistyped = iban.substring(0, at) + wrong + iban.substring(at + 1);

        assertThat(Iban.fault(mistyped).isEmpty()).isEqualTo(mistyped.equals(iban));
    }

    @Property(tries = 2_000)
    void any_text_is_read_without_an_error_and_tidy_once_is_tidy(@ForAll String text) {
        Iban.fault(text);

        assertThat(Iban.tidy(Iban.tidy(text))).isEqualTo(Iban.tidy(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ſA0380000000608010167519", "IL62010800000009999999９", "ıL620108000000099999999"})
    void only_latin_letters_and_the_digits_of_arabic_are_read_as_what_they_look_like(String typed) {
        assertThat(Iban.fault(typed)).isPresent();
    }

    @Test
    void holds_one_spelling_only() {
        assertThatThrownBy(() -> new Iban("ae07 0331 2345 6789 0123 456")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Iban("AE990330000000010001013")).isInstanceOf(IllegalArgumentException.class);
    }

    private static char otherwise(char letter, int script) {
        if (letter >= '0' && letter <= '9') {
            return (char) (letter - '0' + new char[] {'0', '\u0660', '\u06f0'}[script]);
        }
        return script == 0 ? letter : Character.toLowerCase(letter);
    }

    @Provide
    Arbitrary<Random> ways() {
        return Arbitraries.longs().map(Random::new);
    }

    @Provide
    Arbitrary<String> ibans() {
        return Arbitraries.of(COUNTRIES)
                .flatMap(country -> Arbitraries.longs().map(seed -> iban(country, new Random(seed))));
    }

    /** The check digits come from the library, so that they are not computed twice in the same way. */
    private static String iban(String country, Random random) {
        var layout = IbanLayout.of(country).orElseThrow();
        var account = new StringBuilder();
        for (var place = 0; place < layout.length(); place++) {
            var from = switch (layout.expected(place)) {
                case DIGIT -> "0123456789";
                case LETTER -> "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
                case LETTER_OR_DIGIT -> "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
            };
            account.append(from.charAt(random.nextInt(from.length())));
        }
        return country + IbanUtil.calculateCheckDigit(country + "00" + account) + account;
    }
}
