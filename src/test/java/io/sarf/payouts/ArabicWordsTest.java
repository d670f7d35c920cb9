package io.sarf.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence is there in Arabic, says what it is given, and calls things as {@code docs/arabic.md} does. */
class ArabicWordsTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z][A-Za-z]*)}");
    private static final Pattern COUNTED = Pattern.compile("\\{#when plural:(en|ar)\\(([a-zA-Z]+)\\)}");
    private static final Pattern FORM = Pattern.compile("\\{#is ([^}]*)}");
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");

    /** Words for something that is called otherwise here. */
    private static final List<String> NOT_OURS =
            List.of("التكامل", "المفوّض", "مفوّض", "مصرفي", "ساندبوكس", "عنوان ويب هوك");

    static List<Class<?>> bundles() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.sarf.payouts").stream()
                        .filter(type -> type.isAnnotatedWith(MessageBundle.class))
                        .sorted((one, other) -> one.getName().compareTo(other.getName()))
                        .map(JavaClass::reflect)
                        .collect(Collectors.toList());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_sentence_is_there_and_no_other(Class<?> bundle) throws IOException {
        var sentences = Arrays.stream(bundle.getDeclaredMethods())
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(words(bundle, "en").stringPropertyNames())).isEqualTo(sentences);
        assertThat(new TreeSet<>(words(bundle, "ar").stringPropertyNames())).isEqualTo(sentences);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_sentence_is_written_in_arabic(Class<?> bundle) throws IOException {
        words(bundle, "ar")
                .forEach((key, text) -> assertThat(text.toString())
                        .as(key.toString())
                        .containsPattern(ARABIC)
                        .doesNotContain(NOT_OURS));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_sentence_says_what_it_is_given(Class<?> bundle) throws IOException {
        var arabic = words(bundle, "ar");
        var all = words(bundle, "en");
        for (var sentence : bundle.getDeclaredMethods()) {
            var text = arabic.getProperty(sentence.getName(), "");
            var english = all.getProperty(sentence.getName(), "");
            var parameters = Arrays.stream(sentence.getParameters())
                    .map(Parameter::getName)
                    .toList();
            assertThat(given(text))
                    .as(sentence.getName())
                    .containsAll(given(english))
                    .isSubsetOf(parameters);
        }
    }

    /** What is counted in English is counted in Arabic, which has a form of its own from three to ten. */
    @ParameterizedTest
    @MethodSource("bundles")
    void what_is_counted_is_counted_as_arabic_counts(Class<?> bundle) throws IOException {
        var arabic = words(bundle, "ar");
        var all = words(bundle, "en");
        for (var sentence : bundle.getDeclaredMethods()) {
            var text = arabic.getProperty(sentence.getName(), "");
            var english = all.getProperty(sentence.getName(), "");
            assertThat(languages(text)).as(sentence.getName()).isSubsetOf("ar");
            assertThat(languages(english)).as(sentence.getName()).isSubsetOf("en");
            if (!languages(english).isEmpty()) {
                assertThat(forms(text)).as(sentence.getName()).contains("'one'", "'two'", "'few'");
            }
            assertThat(forms(text)).as(sentence.getName()).isSubsetOf("'zero'", "'one'", "'two'", "'few'", "'many'");
        }
    }

    private static Properties words(Class<?> bundle, String language) throws IOException {
        var name = bundle.getAnnotation(MessageBundle.class).value();
        var properties = new Properties();
        try (var file = Files.newBufferedReader(
                MESSAGES.resolve(name + "_" + language + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(file);
        }
        return properties;
    }

    private static Set<String> given(String text) {
        var given = found(PARAMETER, text);
        COUNTED.matcher(text).results().forEach(match -> given.add(match.group(2)));
        return given;
    }

    private static Set<String> languages(String text) {
        return found(COUNTED, text);
    }

    private static Set<String> forms(String text) {
        return found(FORM, text);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
