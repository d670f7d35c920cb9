package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.sarf.testing.IdentityProvider;
import io.sarf.testing.Mailbox;
import io.sarf.testing.Person;
import io.sarf.testing.StackResource;
import java.nio.file.Path;
import java.util.Map;

/** The dashboard in one person's browser. */
final class Dashboard {
    private final String host;
    private final Page page;
    private final IdentityProvider provider = new IdentityProvider(StackResource.stack());
    private String base = "";

    Dashboard(String host, BrowserContext browser) {
        this.host = host;
        this.page = browser.newPage();
        page.setDefaultTimeout(20_000);
        page.setDefaultNavigationTimeout(20_000);
        page.setViewportSize(1360, 900);
    }

    Page page() {
        return page;
    }

    /** {@code …/dashboard/{application}/sandbox}. */
    String base() {
        return base;
    }

    String application() {
        return base.replaceAll(".*/dashboard/([^/]+)/.*", "$1");
    }

    Dashboard in(String base) {
        this.base = base;
        return this;
    }

    void signUpAndFound(Person person, String company) {
        page.navigate(host + "/dashboard");
        provider.signUp(page, person);
        page.locator("#name").fill(company);
        submit();
        page.waitForURL("**/sandbox/getting-started");
        base = page.url().replace("/getting-started", "");
    }

    void joinByInvitation(Person person, String subject) {
        var link = new Mailbox(StackResource.stack())
                .await(person.email(), subject)
                .links()
                .get(0);
        page.navigate(link);
        page.locator("main a.btn-primary").first().click();
        provider.signUp(page, person);
        submit();
        page.waitForURL("**/getting-started");
        base = page.url().replace("/getting-started", "");
    }

    void signIn(Person person, String path) {
        page.navigate(host + path);
        provider.signIn(page, person);
    }

    Response open(String path) {
        return page.navigate(base + path);
    }

    /** Opens a page, and holds it against WCAG and the width of a phone. */
    void look(String path, String name) {
        assertThat(open(path).status()).as(path).isEqualTo(200);
        inspect(name);
    }

    /** The page that is open: no axe violation, nothing wider than a phone; a picture is kept in target/pictures. */
    void inspect(String name) {
        var violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations.stream()
                        .map(violation -> violation.getId() + ": "
                                + violation.getNodes().get(0).getHtml())
                        .toList())
                .as("axe on " + name)
                .isEmpty();
        picture(name);
        page.setViewportSize(390, 844);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(name + " fits a phone")
                .isEqualTo(true);
        picture(name + "-phone");
        page.setViewportSize(1360, 900);
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/pictures/" + name + ".png"))
                .setFullPage(true));
    }

    void fill(Map<String, String> fields) {
        fields.forEach((field, value) -> {
            var control = page.locator(front() + " [name='" + field + "']").first();
            if (control.evaluate("e => e.tagName").equals("SELECT")) {
                control.selectOption(value);
            } else {
                control.fill(value);
            }
        });
    }

    /** Presses the main button of the page's form. */
    void submit() {
        page.locator(front() + " button.btn-primary").last().click();
        page.waitForLoadState();
    }

    /** What stands in front: an open window, else the page. */
    private String front() {
        return page.locator("dialog[open]").count() > 0 ? "dialog[open]" : "main";
    }

    /** Posts a form by hand, with this person's cookies and a fresh token, whatever the page would let them do. */
    com.microsoft.playwright.APIResponse post(String path, String form) {
        var token = page.locator("input[name='csrf-token']").first().inputValue();
        return page.request()
                .post(
                        base + path,
                        com.microsoft.playwright.options.RequestOptions.create()
                                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                                .setData("csrf-token=" + token + "&" + form)
                                .setMaxRedirects(0));
    }
}
