package io.sarf.payouts.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailTextTest {
    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build();

    private static final MailText LETTER = new MailText(
            "sara@tamr.example",
            "en",
            "Omar invites you",
            List.of("Omar invites you to Dates & <b>Co</b>.", "Your role there: Admin."),
            "See the invitation",
            "https://pay.example/invitations/abc",
            "The link works once.");

    @Test
    void a_subject_is_one_line_whatever_a_company_is_called() {
        var text = new MailText(
                "a@b",
                "en",
                "Omar invites you to A\nBcc: all@people.example\r\n\r\n<b>",
                List.of(),
                "Go",
                "https://b",
                "");
        assertThat(text.subject()).isEqualTo("Omar invites you to A Bcc: all@people.example <b>");
    }

    @Test
    void as_text_it_reads_from_top_to_bottom() throws IOException {
        assertThat(render(LETTER, "mail-plain.txt", Variant.TEXT_PLAIN)).isEqualTo("""
                Omar invites you to Dates & <b>Co</b>.

                Your role there: Admin.

                See the invitation:
                https://pay.example/invitations/abc

                The link works once.

                Sarf
                """);
    }

    @Test
    void several_things_follow_each_other_each_with_what_to_do() throws IOException {
        var parts = List.of(
                new MailText.Part(List.of("First."), "Do this", "https://pay.example/1"),
                new MailText.Part(List.of("Second."), "Do that", "https://pay.example/2"));
        var text = new MailText("a@b", "en", "Two things", parts, "That is all.");
        assertThat(render(text, "mail-plain.txt", Variant.TEXT_PLAIN)).isEqualTo("""
                First.

                Do this:
                https://pay.example/1

                Second.

                Do that:
                https://pay.example/2

                That is all.

                Sarf
                """);
        assertThat(render(text, "mail-page.html", Variant.TEXT_HTML))
                .containsSubsequence(
                        "First.", "href=\"https://pay.example/1\"", "Second.", "href=\"https://pay.example/2\"");
    }

    @Test
    void as_a_page_it_links_and_escapes() throws IOException {
        assertThat(render(LETTER, "mail-page.html", Variant.TEXT_HTML))
                .contains("href=\"https://pay.example/invitations/abc\"")
                .contains("Dates &amp; &lt;b&gt;Co&lt;/b&gt;")
                .contains("<html lang=\"en\" dir=\"ltr\">")
                .doesNotContain("<b>Co");
    }

    @Test
    void arabic_runs_from_right_to_left() throws IOException {
        var text = new MailText("a@b", "ar", "دعوة", List.of("أهلًا"), "عرض", "https://pay.example", "ملاحظة");
        assertThat(render(text, "mail-page.html", Variant.TEXT_HTML)).contains("<html lang=\"ar\" dir=\"rtl\">");
    }

    private static String render(MailText text, String file, String type) throws IOException {
        try (var stream = MailTextTest.class.getResourceAsStream("/templates/mail/" + file)) {
            assertThat(stream).isNotNull();
            var template = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return ENGINE.parse(template, Variant.forContentType(type))
                    .data("text", text)
                    .render();
        }
    }
}
