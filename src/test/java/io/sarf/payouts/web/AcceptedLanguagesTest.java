package io.sarf.payouts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedLanguagesTest {
    @ParameterizedTest
    @CsvSource({
        "ar, ar",
        "'ar-AE,en;q=0.8', ar",
        "'en;q=0.4, AR-sa-x-any;q=0.9', ar",
        "'fr,de;q=0.9,ar;q=0.1', ar",
        "'en,ar', en",
        "'ar;q=0.5, en;q=0.5', ar",
        "'ar;q=0, en;q=0.1', en",
        "'ar;q=2, en', en",
        "'arc, en', en",
        "'; , ,ar', ar",
    })
    void the_language_of_ours_that_is_wanted_most_is_taken(String header, String language) {
        assertThat(AcceptedLanguages.best(header, Languages.OURS)).contains(Locale.forLanguageTag(language));
    }

    @ParameterizedTest
    @CsvSource({"''", "*", "fr", "'en;q=0'", "'ar_AE'"})
    void no_language_of_ours_is_none(String header) {
        assertThat(AcceptedLanguages.best(header, Languages.OURS)).isEmpty();
    }

    @Test
    void only_the_beginning_is_read_and_nothing_that_its_end_has_cut() {
        assertThat(AcceptedLanguages.best("fr,".repeat(10) + "ar", Languages.OURS))
                .isPresent();
        assertThat(AcceptedLanguages.best("fr,".repeat(20) + "ar", Languages.OURS))
                .isEmpty();
        var rest = "x".repeat(AcceptedLanguages.LENGTH_MAX - 2);
        assertThat(AcceptedLanguages.best(rest + ",ar-AE", Languages.OURS)).isEmpty();
        assertThat(AcceptedLanguages.best("ar," + "x".repeat(14_000), Languages.OURS))
                .isPresent();
        assertThat(AcceptedLanguages.best("x".repeat(14_000), Languages.OURS)).isEmpty();
    }
}
