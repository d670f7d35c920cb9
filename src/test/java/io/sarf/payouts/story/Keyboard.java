package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** One person's keyboard. Wherever the focus goes it must be seen, and it must never be nowhere. */
final class Keyboard {
    private static final int MOST_STOPS = 80;

    /** What a person would miss at the stop the focus is at; null when nothing. */
    private static final String MISSING = """
            () => {
              const at = document.activeElement;
              if (!at || at === document.body) return 'the focus is nowhere';
              const name = `${at.tagName} ${at.name || at.className || at.id} "${(at.textContent || '').trim().slice(0, 40)}"`;
              const style = getComputedStyle(at);
              if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return `no ring around ${name}`;
              const box = at.getClientRects()[0];
              if (!box || box.width === 0) return `${name} has no size`;
              const above = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
              return above && (at.contains(above) || above.contains(at) && above.closest('label')) ? null
                  : `${name} is out of sight or behind ${above?.className}`;
            }
            """;

    /** Whether the focus is at an element. While a page is loaded it is nowhere: the document has no body yet. */
    private static final String FOCUSED = "selector => document.activeElement?.matches(selector) ?? false";

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Goes on from stop to stop until one matches. */
    void tabTo(String selector) {
        for (var stop = 0; stop < MOST_STOPS; stop++) {
            tab("Tab");
            if (isAt(selector)) {
                return;
            }
        }
        throw new AssertionError("Not reached within " + MOST_STOPS + " stops: " + selector);
    }

    /** One stop on, or with {@code Shift+Tab} one back. */
    void tab(String key) {
        page.keyboard().press(key);
        assertThat(page.evaluate(MISSING))
                .as("after " + key + " on " + page.url())
                .isNull();
    }

    /** A key that changes something on the page, which must not lose the focus. */
    void press(String key) {
        page.keyboard().press(key);
        assertThat(isAt("body")).as("the focus is lost after " + key).isFalse();
    }

    /** A key that leads to another page. */
    void follow(String key, String url) {
        page.keyboard().press(key);
        page.waitForURL(address -> address.matches(url));
        page.waitForLoadState();
    }

    void type(String text) {
        page.keyboard().press("ControlOrMeta+A");
        page.keyboard().type(text);
    }

    void fill(String field, String text) {
        tabTo("[name='" + field + "']");
        page.keyboard().type(text);
    }

    /** Without a look at the ring: a page that is not ours. */
    void waitUntilAt(String selector) {
        page.waitForFunction(FOCUSED, selector);
    }

    boolean isAt(String selector) {
        return page.evaluate(FOCUSED, selector).equals(true);
    }

    void expectAt(String selector) {
        waitUntilAt(selector);
        assertThat(page.evaluate(MISSING)).as(selector).isNull();
    }
}
