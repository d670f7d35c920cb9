package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.sarf.development.RunningStack;
import io.sarf.testing.Chromium;
import io.sarf.testing.Eventually;
import io.sarf.testing.IdentityProvider;
import io.sarf.testing.Mailbox;
import io.sarf.testing.Person;
import io.sarf.testing.StackResource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dashboard in one person's browser. */
final class Dashboard {
    private final String host;
    private final Page page;
    private final RunningStack stack;
    private final IdentityProvider provider;
    private final List<String> faults = new ArrayList<>();
    private String base = "";

    Dashboard(String host, BrowserContext browser) {
        this(host, browser, StackResource.stack());
    }

    /** @param stack whose people sign in, and whose mails are read */
    Dashboard(String host, BrowserContext browser, RunningStack stack) {
        this.host = host;
        this.stack = stack;
        this.provider = new IdentityProvider(stack);
        this.page = browser.newPage();
        page.setDefaultTimeout(Chromium.PATIENCE_MILLIS);
        page.setDefaultNavigationTimeout(Chromium.PATIENCE_MILLIS);
        page.setViewportSize(1360, 900);
    }

    /** What was wrong with the pages that were looked at; the story asks at its end. */
    List<String> faults() {
        return faults;
    }

    Page page() {
        return page;
    }

    /** The payout is selected, and the bank has sent a code for it, which is asked for now. */
    void awaitsCode(String payout) {
        var box = page.locator("input[name=payout][value='" + payout + "']");
        Eventually.get("the bank to await authorization", () -> {
            open("/payouts");
            return box.isEnabled() ? Optional.of(true) : Optional.empty();
        });
        box.check();
        page.locator(".selection button[type=submit]").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send me the code"))
                .click();
        page.locator("input[name=otp]").waitFor();
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

    void inviteFinancialController(Person person) {
        open("/team/invitations/new");
        page.locator("#email").fill(person.email());
        page.locator("#role-controller").check();
        submit();
        page.waitForURL("**/team");
    }

    void joinByInvitation(Person person, String subject) {
        var link = new Mailbox(stack).await(person.email(), subject).links().get(0);
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

    /** The page that is open: no axe violation, nothing wider than a phone; with -Dsarf.pictures a picture in target/pictures. */
    void inspect(String name) {
        // Colours that are on their way to others are held against nothing.
        page.evaluate("async () => { for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);"
                + " const moving = document.getAnimations().filter(one => one instanceof CSSTransition);"
                + " await Promise.all(moving.map(one => one.finished.catch(() => {}))) }");
        var violations = new AxeBuilder(page).analyze().getViolations();
        violations.forEach(violation -> faults.add(name + ": " + violation.getId() + ": "
                + violation.getNodes().get(0).getHtml()));
        picture(name);
        page.setViewportSize(390, 844);
        if (!page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
                .equals(true)) {
            faults.add(name + " is wider than a phone");
        }
        picture(name + "-phone");
        page.setViewportSize(1360, 900);
    }

    /** The same in the light and in the dark. */
    void inspectLightAndDark(String name) {
        inspect(name);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        inspect(name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    void picture(String name) {
        if (System.getProperty("sarf.pictures") == null) {
            return;
        }
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

    void optIn() {
        look("/payouts", "terms");
        page.locator("[name=accepted]").check();
        submit();
        page.waitForURL("**/payouts");
    }

    /** Creates the client secret, and sees that it is not shown again. */
    String createClientSecret() {
        look("/integration", "integration");
        page.locator("form[action$='/integration/secret'] [type=submit]").click();
        var secret = page.locator("[data-copy]").last().getAttribute("data-copy");
        open("/integration");
        assertThat(page.content()).doesNotContain(secret);
        return secret;
    }

    /** The SME test users of the UAE bank who may authorize, and are not asked for a code when connecting. */
    List<String[]> testUsers() {
        look("/integration/test-users", "test-users");
        var users = new ArrayList<String[]>();
        for (var row : page.locator("tbody tr").all()) {
            var copies = row.locator("[data-copy]").all();
            if (row.innerText().contains("UAE") && row.innerText().matches("(?s).*May authorize payments\\s.*")) {
                users.add(new String[] {
                    copies.get(0).getAttribute("data-copy"), copies.get(1).getAttribute("data-copy")
                });
            }
        }
        assertThat(users).hasSizeGreaterThanOrEqualTo(2);
        return users;
    }

    /** Connects the bank; the first time with a wrong password, which is refused and not shown again. */
    void connect(String[] user, boolean first) {
        look("/connections/new", "connect-bank-" + first);
        page.locator("a[href$='/SANDBOX_SME_UAE']").first().click();
        page.locator("[name=user_name]").waitFor();
        fill(Map.of("user_name", user[0], "password", "wrong"));
        understand(first);
        submit();
        page.locator("[role=alert], .field-error").first().waitFor();
        assertThat(page.locator("[name=user_name]").inputValue()).isEqualTo(user[0]);
        assertThat(page.content()).doesNotContain("value=\"wrong\"");
        picture("connect-refused-" + first);
        fill(Map.of("password", user[1]));
        understand(first);
        submit();
        page.waitForURL("**/connections");
        assertThat(page.content()).contains(first ? "Default authorizer" : "Manual authorizer");
    }

    private void understand(boolean first) {
        if (first) {
            page.locator("[name=understood]").check();
        }
    }

    /** The first account id the Source panel shows. */
    String accountId() {
        look("/payouts/source", "source");
        return page.locator(".facts [data-copy]").first().getAttribute("data-copy");
    }
}
