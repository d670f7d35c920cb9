package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import io.sarf.testing.Chromium;
import io.sarf.testing.Eventually;
import io.sarf.testing.Ibans;
import io.sarf.testing.Person;
import io.sarf.testing.StackResource;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a company's authorizers, in their browsers: payouts released on demand, a yes to a name that does not match,
 * another default authorizer, a connection removed. Each page is held against WCAG and a phone's width, light and dark.
 */
class AuthorizersIT {
    private final Books books = new Books(StackResource.stack());
    private Dashboard owner;
    private Dashboard controller;
    private Dashboard staff;
    private Api api;

    @Test
    void authorizers_release_accept_a_name_change_places_and_leave() throws Exception {
        var stack = StackResource.stack();
        try (var chromium = Chromium.launch();
                var ownersBrowser = chromium.browser().newContext();
                var controllersBrowser = chromium.browser().newContext();
                var staffBrowser = chromium.browser().newContext();
                var arabicBrowser = chromium.browser().newContext(new Browser.NewContextOptions().setLocale("ar-AE"));
                var product = Product.start(stack, Product.freePort())) {
            owner = new Dashboard(product.host(), ownersBrowser);
            owner.signUpAndFound(Person.named("Huda", "Salem"), "Cedar Trading");
            owner.optIn();
            api = new Api(product.host(), owner.application(), owner.createClientSecret());
            var users = owner.testUsers();
            owner.connect(users.get(0), true);
            var person = Person.named("Tarek", "Mansour");
            owner.inviteFinancialController(person);
            controller = new Dashboard(product.host(), controllersBrowser);
            controller.joinByInvitation(person, "Huda Salem invites you to Cedar Trading on Sarf");
            controller.optIn();
            controller.connect(users.get(1), false);
            staff = new Dashboard(product.host(), staffBrowser).in(product.host());
            staff.signIn(Person.representative(stack), "/representative");
            onDemandIsSwitchedOn();

            var destination = api.createDestination();
            var account = owner.accountId();
            releases(api.pay(account, destination, "120.00", false));
            acceptsAName(api.pay(account, api.createDestination(Ibans.fresh("0003")), "75.00", false));
            timePasses();
            new Books(stack).aPayeeFailedAgainAndAgain(owner.application());
            parkedWorkIsTriedAgain(new Dashboard(product.host(), arabicBrowser).in(product.host()));
            anotherOneTakesOver();
            theOldOneLeaves();
            assertThat(owner.faults()).isEmpty();
            assertThat(controller.faults()).isEmpty();
            assertThat(staff.faults()).isEmpty();
        }
    }

    private void onDemandIsSwitchedOn() {
        staff.open("/representative/applications/" + owner.application());
        var form = staff.page().locator("form[action$='/sandbox/on-demand']");
        form.locator("textarea").fill("Asked for by the company");
        press(form.locator("[type=submit]"), staff);
    }

    private static void fitsAPhone(Dashboard where) {
        where.page().setViewportSize(390, 844);
        assertThat(where.page()
                        .evaluate("[...document.querySelectorAll('dialog[open] .window-body')]"
                                + ".every(one => one.scrollWidth <= one.clientWidth)"))
                .as("nothing in the window is cut off on a phone")
                .isEqualTo(true);
        where.page().setViewportSize(1360, 900);
    }

    private void releases(String payout) {
        await(payout, "AWAITING_AUTHORIZATION");
        controller.open("/payouts");
        controller.page().locator("input[name=payout][value='" + payout + "']").check();
        controller
                .page()
                .locator("button[formaction$='/payouts/release-reviews']")
                .click();
        controller
                .page()
                .locator("form[action$='/payouts/releases'] button.btn-primary")
                .waitFor();
        controller.inspectLightAndDark("release-review");
        press(controller.page().locator("form[action$='/payouts/releases'] button.btn-primary"), controller);
        controller.page().getByText("Released on demand").first().waitFor();
        controller.inspectLightAndDark("released");
        fitsAPhone(controller);
        await(payout, "ACCEPTED_BY_BANK");
        controller.open("/payouts/" + payout);
        assertThat(controller.page().locator("main").innerText()).contains("On demand");
    }

    private void acceptsAName(String payout) {
        Eventually.get("held", () -> {
            controller.open("/payouts/" + payout);
            return controller.page().locator("form[action$='/name-acceptance']").count() > 0
                    ? Optional.of(true)
                    : Optional.empty();
        });
        controller
                .page()
                .locator("details:has(form[action$='/name-acceptance']) > summary")
                .click();
        controller.inspectLightAndDark("name-held");
        press(controller.page().locator("form[action$='/name-acceptance'] [type=submit]"), controller);
        controller.page().getByText("The name is accepted").first().waitFor();
        controller.inspectLightAndDark("name-accepted");
        await(payout, "AWAITING_AUTHORIZATION");
    }

    private void timePasses() {
        owner.open("/integration/test-users");
        owner.page().locator("form[action$='/test-users/time'] select").selectOption("PT1H");
        press(owner.page().locator("form[action$='/test-users/time'] button"), owner);
        owner.page()
                .getByText("Time has passed at the sandbox bank: An hour.")
                .first()
                .waitFor();
        owner.inspectLightAndDark("time-passed");
    }

    private void parkedWorkIsTriedAgain(Dashboard arabic) {
        Eventually.holds("parked", () -> {
            staff.open("/representative");
            return staff.page().locator("a[href='/representative/parked-work']").count() == 1;
        });
        staff.inspectLightAndDark("representative-with-parked-work");
        staff.page().locator("a[href='/representative/parked-work']").click();
        staff.page().locator("td code, td .mono").first().waitFor();
        staff.inspectLightAndDark("parked-work");
        arabic.signIn(Person.representative(StackResource.stack()), "/representative");
        arabic.open("/representative/parked-work");
        ArabicPage.inspect(arabic.page(), "parked work");
        arabic.inspect("parked-work-arabic");
        assertThat(arabic.faults()).isEmpty();
        press(staff.page().locator("tbody form button"), staff);
        staff.page().getByText("One piece of work is tried again now").first().waitFor();
        staff.inspectLightAndDark("parked-work-tried-again");
    }

    private void anotherOneTakesOver() {
        staff.open("/representative/applications/" + owner.application() + "/sandbox/default-authorizer");
        staff.inspectLightAndDark("default-authorizer");
        staff.page().locator("input[name=to]:not([disabled])").first().check();
        staff.page().locator("textarea").fill("Left the company");
        press(staff.page().locator("form[action$='/review'] button.btn-primary"), staff);
        staff.page()
                .locator("input[name=reason]")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        staff.inspectLightAndDark("default-authorizer-review");
        press(staff.page().locator("main form button.btn-primary"), staff);
        staff.inspectLightAndDark("default-authorizer-changed");
        controller.open("/connections");
        assertThat(controller.page().locator("main").innerText()).contains("Default authorizer");
        controller.inspectLightAndDark("connections-changed");
    }

    private void theOldOneLeaves() {
        owner.open("/connections");
        owner.page().locator("a[href$='/removal']").first().click();
        owner.page().locator("[name=understood]").waitFor();
        owner.inspectLightAndDark("removal");
        owner.page().locator("[name=understood]").check();
        press(owner.page().locator("main form button.btn-danger"), owner);
        owner.page().waitForURL("**/connections");
        owner.inspectLightAndDark("removed");
    }

    private static void press(Locator button, Dashboard where) {
        button.click();
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
