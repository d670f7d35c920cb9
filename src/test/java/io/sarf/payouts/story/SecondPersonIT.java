package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.sarf.testing.Chromium;
import io.sarf.testing.Eventually;
import io.sarf.testing.IdentityProvider;
import io.sarf.testing.Person;
import io.sarf.testing.StackResource;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Nobody pays alone: whoever connected the default authorizer has nothing authorized automatically, and with a second person asked
 * for, what one controller prepares another one lets go. Each page is held against WCAG and a phone's width, light and dark.
 */
class SecondPersonIT {
    private static final Duration AGE = Duration.ofSeconds(20);

    private final Books books = new Books(StackResource.stack());
    private Dashboard owner;
    private Dashboard maker;
    private Dashboard second;

    @Test
    void what_one_person_prepares_another_one_lets_go() throws Exception {
        var stack = StackResource.stack();
        try (var chromium = Chromium.launch();
                var ownersBrowser = chromium.browser().newContext();
                var makersBrowser = chromium.browser().newContext();
                var secondsBrowser = chromium.browser().newContext();
                var product = Product.start(stack, Product.freePort())) {
            var huda = Person.named("Huda", "Salem");
            owner = new Dashboard(product.host(), ownersBrowser);
            owner.signUpAndFound(huda, "Desert Rose");
            owner.optIn();
            var notLater = Instant.now();
            var api = new Api(product.host(), owner.application(), owner.createClientSecret());
            owner.connect(owner.testUsers().get(0), true);
            maker = joined(product, makersBrowser, Person.named("Tarek", "Mansour"));
            second = joined(product, secondsBrowser, Person.named("Basma", "Nasser"));
            var destination = api.createDestination();

            secondPersonIsAskedFor();
            ownerIsRefused();
            var payout = prepares(destination);
            inArabic(chromium, product, makersBrowser, payout);
            somebodyElseReleases(payout);
            secretAsksForAFreshSignIn(ownersBrowser, huda, notLater);

            assertThat(owner.faults()).isEmpty();
            assertThat(maker.faults()).isEmpty();
            assertThat(second.faults()).isEmpty();
        }
    }

    private Dashboard joined(Product product, BrowserContext browser, Person person) {
        owner.inviteFinancialController(person);
        var controller = new Dashboard(product.host(), browser);
        controller.joinByInvitation(person, "Huda Salem invites you to Desert Rose on Sarf");
        controller.optIn();
        return controller;
    }

    private void secondPersonIsAskedFor() {
        owner.open("/getting-started");
        assertThat(owner.page().locator("main").innerText()).contains("once you switch it on in Settings");
        owner.open("/settings");
        press(owner, "Ask for a second person");
        owner.page()
                .getByText("The sandbox asks for a second person now.")
                .first()
                .waitFor();
        owner.inspectLightAndDark("second-person-settings");
        owner.open("/getting-started");
        assertThat(owner.page().locator("main").innerText()).contains("A second person authorizes each payout");
        owner.inspectLightAndDark("second-person-getting-started");
    }

    private void ownerIsRefused() {
        owner.open("/payouts/new");
        assertThat(owner.page().locator("[name=automatic]").isDisabled()).isTrue();
        owner.page()
                .getByText("so you cannot have payouts authorized automatically")
                .first()
                .waitFor();
        owner.inspectLightAndDark("new-payout-of-the-connector");
    }

    private String prepares(String destination) {
        maker.open("/payouts/new?destination=" + destination);
        maker.page().locator("[name=account]").selectOption(new SelectOption().setIndex(1));
        maker.fill(Map.of("amount", "250.00", "description", "INV 7"));
        maker.page().locator("[name=automatic]").check();
        maker.submit();
        maker.page()
                .getByText("what you mark automatic waits for somebody else")
                .first()
                .waitFor();
        maker.inspectLightAndDark("review-second-person");
        maker.page().locator("main form .btn-primary").click();
        maker.page().waitForURL(url -> url.matches(".*/payouts/[0-9a-f-]{36}"));
        var payout = maker.page().url().replaceFirst(".*/", "");
        await(payout, "AWAITING_AUTHORIZATION");
        maker.open("/payouts/" + payout);
        maker.page().getByText("It waits for a second person").first().waitFor();
        maker.inspectLightAndDark("waits-for-a-second-person");
        maker.open("/payouts");
        maker.page().locator("input[name=payout][value='" + payout + "']").check();
        maker.page().locator("button[formaction$='/payouts/release-reviews']").click();
        maker.page()
                .getByText("You prepared it: another Financial Controller authorizes it")
                .first()
                .waitFor();
        maker.inspectLightAndDark("left-out-own-payout");
        return payout;
    }

    private void inArabic(Chromium chromium, Product product, BrowserContext makersBrowser, String payout) {
        var arabic = new Browser.NewContextOptions().setLocale("ar-AE").setStorageState(makersBrowser.storageState());
        try (var browser = chromium.browser().newContext(arabic)) {
            var there = new Dashboard(product.host(), browser).in(maker.base());
            for (var path : List.of("/payouts/" + payout, "/payouts/new", "/getting-started")) {
                there.open(path);
                ArabicPage.inspect(there.page(), path);
                there.inspectLightAndDark("second-person-arabic" + path.replaceAll("/[0-9a-f-]{36}|/", "-"));
            }
            assertThat(there.faults()).isEmpty();
        }
    }

    private void somebodyElseReleases(String payout) {
        second.open("/payouts/" + payout);
        second.page().locator("form[action$='/release-reviews'] button").click();
        var release = second.page().locator("form[action$='/payouts/releases'] button.btn-primary");
        release.waitFor();
        second.inspectLightAndDark("release-by-a-second-person");
        release.click();
        second.page().getByText("Released on demand").first().waitFor();
        await(payout, "ACCEPTED_BY_BANK");
    }

    /** At a node on which a sign-in grows old quickly: the form is kept, and sent once its owner has signed in again. */
    private void secretAsksForAFreshSignIn(BrowserContext browser, Person person, Instant notLater) throws Exception {
        var stack = StackResource.stack();
        try (var strict = Product.start(
                stack,
                Product.freePort(),
                "-Dsarf.authorization.sign-in-age=" + AGE,
                "-Dquarkus.scheduler.enabled=false",
                "-Dsarf.nudges=false")) {
            var there = new Dashboard(strict.host(), browser)
                    .in(strict.host() + URI.create(owner.base()).getPath());
            var page = there.page();
            var left = Duration.between(Instant.now(), notLater.plus(AGE).plusSeconds(1));
            page.waitForTimeout(Math.max(0, left.toMillis()));
            there.open("/integration");
            makesSecret(page);
            page.waitForURL("**/fresh-sign-in?to=%2Fkept-form");
            there.inspectLightAndDark("fresh-sign-in");
            press(there, "Sign in again");
            new IdentityProvider(stack).signInAgain(page, person);
            page.waitForURL("**/kept-form");
            press(there, "Send it now");
            page.locator("[data-copy]").first().waitFor();
            assertThat(page.url()).endsWith("/integration/secret");
            there.open("/connections/new/SANDBOX_SME_KSA");
            assertThat(page.url()).endsWith("/connections/new/SANDBOX_SME_KSA");
            assertThat(there.faults()).isEmpty();
        }
    }

    private static void makesSecret(Page page) {
        var confirm = page.locator("details:has(form[action$='/integration/secret']) > summary");
        if (confirm.count() > 0) {
            confirm.click();
        }
        page.locator("form[action$='/integration/secret'] [type=submit]")
                .first()
                .click();
    }

    private static void press(Dashboard where, String button) {
        var found = where.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first();
        found.click();
        where.page().waitForLoadState();
    }

    private void await(String payout, String status) {
        Eventually.get(payout + " " + status, () -> {
            try {
                return books.payout(payout, "status").equals(status) ? Optional.of(true) : Optional.empty();
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
    }
}
