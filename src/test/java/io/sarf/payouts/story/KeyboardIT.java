package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import io.sarf.testing.Chromium;
import io.sarf.testing.Eventually;
import io.sarf.testing.Ibans;
import io.sarf.testing.Person;
import io.sarf.testing.StackResource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two ways to meet the product that are easily forgotten: without a mouse, and in Arabic. */
class KeyboardIT {
    private static final String UUID = "[0-9a-f-]{36}";
    private static final Person CONTROLLER = Person.named("Basma", "Nasser");

    private static Product product;
    private static Chromium chromium;
    private static BrowserContext ownersBrowser;
    private static BrowserContext controllersBrowser;
    private static String base;

    @BeforeAll
    static void a_company_with_two_controllers_and_a_waiting_payout() throws Exception {
        product = Product.start(StackResource.stack(), Product.freePort());
        chromium = Chromium.launch();
        ownersBrowser = chromium.browser().newContext();
        controllersBrowser = chromium.browser().newContext();
        var owner = new Dashboard(product.host(), ownersBrowser);
        owner.signUpAndFound(Person.named("Amal", "Haddad"), "Desert Rose");
        base = owner.base();
        owner.optIn();
        var users = owner.testUsers();
        owner.connect(users.get(0), true);
        var api = new Api(product.host(), owner.application(), owner.createClientSecret());
        var destination = api.createDestination();
        api.pay(owner.accountId(), destination, "75.10", false);

        owner.open("/team/invitations/new");
        owner.page().locator("#email").fill(CONTROLLER.email());
        owner.page().locator("#role-controller").check();
        owner.submit();
        owner.page().waitForURL("**/team");
        var controller = new Dashboard(product.host(), controllersBrowser);
        controller.joinByInvitation(CONTROLLER, "Desert Rose");
        controller.optIn();
        controller.connect(users.get(1), false);
    }

    @AfterAll
    static void leave() throws Exception {
        chromium.close();
        product.close();
    }

    @Test
    void the_way_from_sign_in_to_an_authorized_payout_needs_no_mouse() {
        try (var browser = chromium.browser().newContext(still())) {
            var page = browser.newPage();
            page.setDefaultTimeout(Chromium.PATIENCE_MILLIS);
            var keyboard = new Keyboard(page);
            signsIn(page, keyboard);
            addsDestination(keyboard);
            editsDestination(keyboard);
            createsPayout(keyboard);
            cancelsNothing(page, keyboard);
            selectsAndClears(page, keyboard);
            isHeldInTheWindow(page, keyboard);
            authorizes(page, keyboard);
            opensMenus(page, keyboard);
        }
    }

    @Test
    void a_bank_is_switched_and_what_is_one_s_own_is_changed_without_a_mouse() {
        try (var browser = chromium.browser().newContext(still().setStorageState(controllersBrowser.storageState()))) {
            var controller = new Dashboard(product.host(), browser).in(base);
            var page = controller.page();
            var keyboard = new Keyboard(page);
            switchesABank(controller, keyboard);

            page.navigate(product.host() + "/profile");
            keyboard.tabTo("[name=theme]");
            keyboard.press("ArrowDown");
            keyboard.tabTo("[name=awaiting]");
            keyboard.press("ArrowDown");
            keyboard.tabTo("main form .btn-primary");
            page.keyboard().press("Enter");
            page.getByText("Your choices are saved.").first().waitFor();

            page.navigate(product.host() + "/profile/sessions");
            keyboard.tabTo("details[data-confirm] > summary");
            keyboard.press("Enter");
            keyboard.tab("Tab");
            assertThat(keyboard.isAt("[data-dismiss]")).isTrue();
            keyboard.press("Escape");
            keyboard.expectAt("details[data-confirm]:not([open]) > summary");
        }
    }

    private static void switchesABank(Dashboard controller, Keyboard keyboard) {
        var page = controller.page();
        controller.open("/connections");
        controller.inspectLightAndDark("banks");
        keyboard.tabTo("main section tr:nth-child(2) details[data-confirm] > summary");
        keyboard.press("Enter");
        controller.inspect("bank-switch");
        keyboard.tab("Tab");
        assertThat(keyboard.isAt("[data-dismiss]")).isTrue();
        keyboard.tab("Tab");
        page.keyboard().press("Enter");
        page.getByText("is switched off. Nobody can connect it.").first().waitFor();
        controller.look("/connections/new", "connect-bank-off");
        assertThat(page.locator("main").innerText()).contains("Switched off by your company");
        controller.open("/connections");
        keyboard.tabTo("main form[action*='/banks/'] > button");
        page.keyboard().press("Enter");
        page.getByText("is switched on. It can be connected.").first().waitFor();
    }

    @Test
    void an_arabic_page_is_arabic_from_right_to_left() {
        try (var browser = chromium.browser()
                .newContext(still().setLocale("ar-AE").setStorageState(ownersBrowser.storageState()))) {
            var page = browser.newPage();
            for (var path : List.of(
                    "/getting-started",
                    "/payouts",
                    "/payouts/new",
                    "/payouts/source",
                    "/destinations",
                    "/destinations/new",
                    "/connections",
                    "/connections/new",
                    "/connections/new/SANDBOX_SME_KSA",
                    "/webhooks",
                    "/webhooks/new",
                    "/integration",
                    "/integration/requests",
                    "/integration/test-users",
                    "/team",
                    "/team/invitations/new",
                    "/activity",
                    "/activity?who=SYSTEM&to=x",
                    "/no-such-page")) {
                page.navigate(base + path);
                ArabicPage.inspect(page, path);
            }
            page.navigate(base + "/payouts");
            page.locator("a.row-link").first().click();
            ArabicPage.inspect(page, "a payout");
            page.locator("main a[href*='/destinations/']").first().click();
            ArabicPage.inspect(page, "a destination");
            page.screenshot(picture("destination-arabic"));
            page.locator("main a[href$='/changes/new']").click();
            ArabicPage.inspect(page, "a change of a destination");
            page.screenshot(picture("destination-change-arabic"));
            page.setViewportSize(390, 844);
            page.screenshot(picture("destination-change-arabic-phone"));
        }
    }

    private static Page.ScreenshotOptions picture(String name) {
        return new Page.ScreenshotOptions()
                .setPath(Path.of("target/pictures/" + name + ".png"))
                .setFullPage(true);
    }

    private static Browser.NewContextOptions still() {
        return new Browser.NewContextOptions()
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(1360, 900);
    }

    private static void signsIn(Page page, Keyboard keyboard) {
        page.navigate(product.host());
        keyboard.tab("Tab");
        assertThat(keyboard.isAt("a.skip")).isTrue();
        keyboard.press("Enter");
        assertThat(keyboard.isAt("#content")).isTrue();
        keyboard.tabTo("main a.btn-primary");
        page.keyboard().press("Enter");
        keyboard.waitUntilAt("#username");
        page.keyboard().type(CONTROLLER.email());
        page.keyboard().press("Tab");
        page.keyboard().type(CONTROLLER.password());
        keyboard.follow("Enter", ".*/getting-started");
    }

    private static void addsDestination(Keyboard keyboard) {
        keyboard.tabTo(".rail a[href$='/destinations']");
        keyboard.follow("Enter", ".*/destinations");
        keyboard.tabTo("main a[href$='/destinations/new']");
        keyboard.follow("Enter", ".*/destinations/new");
        keyboard.fill("name", "Noor Stationery");
        keyboard.fill("address", "1 Souk Street");
        keyboard.fill("city", "Dubai");
        keyboard.fill("country", "United Arab");
        keyboard.fill("iban", Ibans.fresh());
        keyboard.fill("currency_iso_code", "AED");
        keyboard.tabTo("main form .btn-primary");
        keyboard.follow("Enter", ".*/destinations/" + UUID);
    }

    private static void editsDestination(Keyboard keyboard) {
        keyboard.tabTo("main a[href$='/changes/new']");
        keyboard.follow("Enter", ".*/changes/new");
        keyboard.fill("city", "Sharjah");
        keyboard.tabTo("main form .btn-primary");
        keyboard.follow("Enter", ".*/destinations/" + UUID);
    }

    private static void createsPayout(Keyboard keyboard) {
        keyboard.tabTo("main a[href*='/payouts/new']");
        keyboard.follow("Enter", ".*/payouts/new.*");
        keyboard.tabTo("[name=account]");
        keyboard.press("ArrowDown");
        keyboard.fill("amount", "1,250.75");
        keyboard.fill("description", "PO 2044");
        keyboard.tabTo("[name=automatic]");
        keyboard.press("Space");
        assertThat(keyboard.isAt(":checked")).isTrue();
        keyboard.press("Space");
        keyboard.tabTo("main form .btn-primary");
        keyboard.follow("Enter", ".*/payouts/review");
        keyboard.tabTo("main form .btn-primary");
        keyboard.follow("Enter", ".*/payouts/" + UUID);
    }

    private static void cancelsNothing(Page page, Keyboard keyboard) {
        Eventually.get("payout that waits", () -> {
            page.reload();
            return page.locator("form[action$='/authorization-reviews']").count() > 0
                    ? Optional.of(true)
                    : Optional.empty();
        });
        keyboard.tabTo("details[data-confirm] > summary");
        keyboard.press("Enter");
        keyboard.tab("Tab");
        assertThat(keyboard.isAt("[data-dismiss]")).isTrue();
        keyboard.press("Enter");
        keyboard.expectAt("details[data-confirm]:not([open]) > summary");
        keyboard.press("Enter");
        keyboard.tab("Tab");
        keyboard.press("Escape");
        keyboard.expectAt("details[data-confirm]:not([open]) > summary");
    }

    private static void selectsAndClears(Page page, Keyboard keyboard) {
        page.navigate(base + "/payouts");
        keyboard.tabTo("[data-select]:not(:disabled)");
        keyboard.press("Space");
        assertThat(page.locator(".selection").innerText()).contains("1 payout selected", "Authorize 1 payout");
        keyboard.tabTo("[data-select-clear]");
        keyboard.press("Enter");
        keyboard.expectAt("[data-select]");
        assertThat(page.locator(".selection").isVisible()).isFalse();
    }

    private static void isHeldInTheWindow(Page page, Keyboard keyboard) {
        keyboard.press("Space");
        keyboard.tabTo(".selection button[type=submit]");
        page.keyboard().press("Enter");
        keyboard.expectAt("dialog[open] h1");
        for (var key : List.of("Tab", "Tab", "Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab")) {
            keyboard.tab(key);
            assertThat(keyboard.isAt("dialog[open] *"))
                    .as("inside after " + key)
                    .isTrue();
        }
        keyboard.press("Escape");
        keyboard.expectAt(".selection button[type=submit]");
        // It is removed once its closing has been drawn.
        page.waitForCondition(() -> page.locator("dialog").count() == 0);
    }

    private static void authorizes(Page page, Keyboard keyboard) {
        page.keyboard().press("Enter");
        keyboard.expectAt("dialog[open] h1");
        keyboard.tabTo("dialog[open] button[type=submit]");
        keyboard.press("Enter");
        keyboard.expectAt("[name=otp]");
        keyboard.type("9999");
        keyboard.press("Enter");
        keyboard.expectAt("[name=otp][aria-invalid=true]");
        keyboard.type("1111");
        keyboard.press("Enter");
        page.locator("dialog[open] >> text=Each payout has its own result").waitFor();
        keyboard.expectAt("dialog[open] h1");
        assertThat(page.locator("dialog[open]").innerText()).contains("Done", "Accepted by the bank");
        keyboard.tabTo("dialog[open] a.btn-primary");
        keyboard.follow("Enter", ".*/payouts");
    }

    private static void opensMenus(Page page, Keyboard keyboard) {
        page.navigate(base + "/payouts");
        for (var menu : List.of(".environment", ".person")) {
            keyboard.tabTo(menu + " > summary");
            keyboard.press("Enter");
            keyboard.tab("Tab");
            assertThat(keyboard.isAt(menu + "[open] *")).isTrue();
            keyboard.press("Escape");
            keyboard.expectAt(menu + ":not([open]) > summary");
        }
        page.setViewportSize(390, 844);
        page.navigate(base + "/payouts");
        keyboard.tabTo(".topbar button");
        keyboard.press("Enter");
        keyboard.tabTo(".rail a[aria-current=page]");
        keyboard.press("Escape");
        keyboard.expectAt(".topbar button");
        assertThat(page.locator(".rail").isVisible()).isFalse();
    }
}
