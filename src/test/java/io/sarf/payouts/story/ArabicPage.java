package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;

/** What an Arabic page has to be, whatever stands on it. */
final class ArabicPage {
    private static final Pattern ENGLISH_DATE =
            Pattern.compile("\\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \\d{4}");

    /** Latin words on an Arabic page that nobody typed and that are not marked as another language or direction. */
    private static final String LATIN = """
            () => {
              const found = new Set();
              const look = (text) => [...text.matchAll(/[A-Za-z][A-Za-z_.:-]+/g)].forEach(([word]) => found.add(word));
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const around = texts.currentNode.parentElement;
                if (!around.closest('bdi, pre, option, [lang=en], [dir=ltr]')) look(texts.currentNode.textContent);
              }
              for (const name of ['aria-label', 'placeholder', 'title', 'data-busy', 'data-text', 'data-over'])
                document.querySelectorAll(`[${name}]`).forEach((at) => look(at.getAttribute(name)));
              return [...found];
            }
            """;

    /** What has no other name in Arabic, and what people of this story typed. */
    private static final List<String> LATIN_IN_ARABIC = List.of(
            "UTC",
            "AED",
            "CSV",
            "PNG",
            "JPEG",
            "POST",
            "https",
            "OpenAPI",
            "Sarf",
            "Desert",
            "Rose",
            "Harbour",
            "Logistics",
            "LLC",
            "Noor",
            "Stationery",
            "payment.created",
            "payment.updated");

    private ArabicPage() {}

    /** The page that is open: from right to left, no date in English, no word that was left as it is. */
    static void inspect(Page page, String name) {
        assertThat(page.locator("html").getAttribute("dir")).as(name).isEqualTo("rtl");
        assertThat(page.locator("html").getAttribute("lang")).as(name).isEqualTo("ar");
        assertThat(page.locator("body").innerText()).as(name).doesNotContainPattern(ENGLISH_DATE);
        var latin = (List<?>) page.evaluate(LATIN);
        assertThat(latin).as(name).allMatch(LATIN_IN_ARABIC::contains);
    }
}
