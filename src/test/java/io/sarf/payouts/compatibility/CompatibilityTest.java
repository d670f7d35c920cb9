package io.sarf.payouts.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The examples and what is listed about them, without the product. */
class CompatibilityTest {
    private static final Path PAGE = Path.of("docs/compatibility.md");

    @Test
    void a_difference_is_listed_once_and_for_an_example_that_is_replayed() {
        var replayed = Lean.examples().stream()
                .filter(Example::replayed)
                .map(Example::name)
                .toList();

        assertThat(Lean.differences().stream().flatMap(Listed::each))
                .doesNotHaveDuplicates()
                .allSatisfy(difference -> assertThat(replayed).contains(difference.example()));
    }

    @Test
    void every_example_says_where_it_is_from() {
        var sources = Lean.sources().stream().map(Lean.Source::name).toList();

        assertThat(Lean.examples())
                .isNotEmpty()
                .allSatisfy(example -> assertThat(example.source()).isNotEmpty().isSubsetOf(sources));
    }

    /** Writes the page anew when it is not what is kept, and fails once. */
    @Test
    void the_page_prints_the_examples_and_the_differences_that_are_kept() throws IOException {
        var page = Files.readString(PAGE);
        var printed = printed(printed(page, "examples", examples()), "differences", differences());

        if (!page.equals(printed)) {
            Files.writeString(PAGE, printed);
        }
        assertThat(page).isEqualTo(printed);
    }

    private static String examples() {
        var sources = Lean.sources().stream().collect(Collectors.toMap(Lean.Source::name, CompatibilityTest::link));
        return Lean.examples().stream()
                .map(example -> row(
                        code(List.of(example.operation())),
                        example.name(),
                        example.source().stream().map(sources::get).collect(Collectors.joining("; ")),
                        example.replayed() ? "yes" : "no: " + example.waits()))
                .collect(Collectors.joining(
                        "",
                        "| operation | example | field names, types and words from | replayed |\n| --- | --- | --- | --- |\n",
                        ""));
    }

    private static String differences() {
        var operations = Lean.examples().stream().collect(Collectors.toMap(Example::name, Example::operation));
        return Lean.differences().stream()
                .map(listed -> row(
                        code(listed.examples().stream()
                                        .map(operations::get)
                                        .distinct()
                                        .toList()) + "<br>" + String.join(", ", listed.examples()),
                        code(listed.paths()),
                        listed.difference().words(),
                        listed.reason()))
                .collect(Collectors.joining(
                        "",
                        "| operation, example | where in the answer | what | why |\n| --- | --- | --- | --- |\n",
                        ""));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String code(List<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    private static String link(Lean.Source source) {
        return source.address().isEmpty() ? source.title() : "[" + source.title() + "](" + source.address() + ")";
    }

    private static String printed(String page, String part, String content) {
        var begin = "<!-- " + part + " -->\n";
        var end = "<!-- /" + part + " -->";
        return page.substring(0, page.indexOf(begin) + begin.length()) + content + page.substring(page.indexOf(end));
    }
}
