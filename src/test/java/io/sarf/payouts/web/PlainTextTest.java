package io.sarf.payouts.web;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read says what it shows. */
class PlainTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Al Noor Trading LLC",
                "O'Brien & Sons – Büro №5",
                "مؤسسة النُّور",
                "خانه\u200cهای سبز",
                "بَ\u200cت",
                "日本商事 株式会社",
                "\uD83D\uDE80 Rocket"
            })
    void letters_signs_and_joiners_between_arabic_letters_are_plain(String text) {
        assertThat(PlainText.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Du\u202Eabai",
                "Zero\u200Bwidth",
                "Soft\u00ADhyphen",
                "Mark\u200F",
                "Isolate\u2067d\u2069",
                "Byte\uFEFForder",
                "Latin\u200Cjoiner",
                "Latin\u200Djoiner",
                "ن\u200C",
                "\u200Cن",
                "ن\u200C\u200Cن",
                "Private\uE000",
                "Plane\uDBC0\uDC00fifteen",
                "Half\uD83D",
                "Unassigned\u0378",
                "Tag\uDB40\uDC41",
                "Variant\uFE0F",
                "Filler\u3164",
                "Grapheme\u034Fjoiner",
                "Two\nlines",
                "Line\u2028separator",
                "Bell\u0007",
                "Delete\u007F",
                "C1\u0085"
            })
    void what_nobody_sees_or_everybody_sees_otherwise_is_not_plain(String text) {
        assertThat(PlainText.is(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "pаypal Ltd, pаypal",
        "Bank of Аrabia, Аrabia",
        "Αlpha Trading, Αlpha",
        "نورNoor, نورNoor",
        "Al-Rаhman, Rаhman"
    })
    void a_word_of_letters_of_several_scripts_is_found(String text, String word) {
        assertThat(PlainText.mixedWord(text)).contains(word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Al Noor مؤسسة النور",
                "IBM-Россия",
                "3M Gulf",
                "Café José",
                "مؤسسةُ النُّور",
                "楽しいカタカナ",
                "Al Noor٣",
                "نـور"
            })
    void words_of_one_script_each_are_nothing_to_warn_of(String text) {
        assertThat(PlainText.mixedWord(text)).isEmpty();
    }

    @Test
    void what_comes_from_elsewhere_is_cut_and_cleaned() {
        assertThat(PlainText.cleaned("  Amal\u202E \n\t Ha\u200Bddad ", 200)).isEqualTo("Amal Haddad");
        assertThat(PlainText.cleaned("x".repeat(251), 200)).hasSize(200);
        assertThat(PlainText.cleaned("ab\uD83D\uDE80", 3)).isEqualTo("ab");
        assertThat(PlainText.cleaned("\u202E\u0000", 200)).isEmpty();
    }

    @Property
    void whatever_is_cleaned_is_plain_and_fits(@ForAll String text, @ForAll @IntRange(min = 1, max = 300) int max) {
        var cleaned = PlainText.cleaned(text, max);

        assertThat(PlainText.is(cleaned)).isTrue();
        assertThat(cleaned.length()).isLessThanOrEqualTo(max);
    }
}
