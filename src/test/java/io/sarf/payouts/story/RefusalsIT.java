package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.sarf.testing.Chromium;
import io.sarf.testing.Eventually;
import io.sarf.testing.Person;
import io.sarf.testing.StackResource;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people are refused, each in their own browser: by the bank's portal, by the dashboard, and by another approver. */
class RefusalsIT {
    @Test
    void whoever_may_not_is_told_so_at_the_portal_at_the_dashboard_and_while_the_code_is_typed() throws Exception {
        var stack = StackResource.stack();
        try (var chromium = Chromium.launch();
                var ownersBrowser = chromium.browser().newContext();
                var controllersBrowser = chromium.browser().newContext();
                var portal = chromium.browser().newContext();
                var product = Product.start(stack, Product.freePort())) {
            var owner = new Dashboard(product.host(), ownersBrowser);
            owner.signUpAndFound(Person.named("Salma", "Aziz"), "Falcon Supplies");
            owner.optIn();
            var api = new Api(product.host(), owner.application(), owner.createClientSecret());
            var users = owner.testUsers();
            owner.connect(users.get(0), true);

            thePortalRefusesTheDefaultAuthorizer(portal.newPage(), users.get(0), users.get(1));

            var person = Person.named("Yusuf", "Rahman");
            owner.inviteFinancialController(person);
            var controller = new Dashboard(product.host(), controllersBrowser);
            controller.joinByInvitation(person, "Salma Aziz invites you to Falcon Supplies on Sarf");
            controller.optIn();
            theSameCredentialsAreRefused(controller, users.get(0));
            controller.connect(users.get(1), false);

            var destination = api.createDestination();
            var payout = api.pay(owner.accountId(), destination, "77.59", false);
            theOneWhoConnectedIsRefused(owner, payout);
            anotherApproverIsFaster(controller, api, payout);
            assertThat(controller.faults()).isEmpty();
        }
    }

    private static void thePortalRefusesTheDefaultAuthorizer(Page page, String[] held, String[] free) {
        page.navigate(StackResource.stack().get("sarf.bank.sandbox.url") + "/portal");
        signIn(page, held);
        assertThat(page.locator("[role=alert]").innerText()).contains("They can no longer be used to sign in here.");
        signIn(page, free);
        assertThat(page.locator("#otp").isVisible())
                .as("anybody else's are asked for a code")
                .isTrue();
    }

    private static void signIn(Page page, String[] user) {
        page.locator("#bank").selectOption("SANDBOX_SME_UAE");
        page.locator("#user_name").fill(user[0]);
        page.locator("#password").fill(user[1]);
        page.locator("main button.btn-primary").click();
        page.waitForLoadState();
    }

    private static void theSameCredentialsAreRefused(Dashboard controller, String[] user) {
        controller.open("/connections/new");
        controller.page().locator("a[href$='/SANDBOX_SME_UAE']").first().click();
        controller.page().locator("[name=user_name]").waitFor();
        controller.fill(Map.of("user_name", user[0], "password", user[1]));
        controller.submit();
        controller
                .page()
                .getByText("These bank credentials are connected already")
                .first()
                .waitFor();
        controller.inspect("connect-in-use");
    }

    private static void theOneWhoConnectedIsRefused(Dashboard owner, String payout) {
        Eventually.get("the payout at the bank", () -> {
            owner.open("/payouts/" + payout);
            return owner.page()
                                    .locator("form[action$='/authorization-reviews'] button")
                                    .count()
                            > 0
                    ? Optional.of(true)
                    : Optional.empty();
        });
        assertThat(owner.page()
                        .locator("form[action$='/authorization-reviews'] button")
                        .isDisabled())
                .isTrue();
        assertThat(owner.page().content()).contains("You connected the default authorizer");
    }

    /** An amount with .59: while the code is awaited, somebody else rejects the order at the bank's portal. */
    private static void anotherApproverIsFaster(Dashboard controller, Api api, String payout) throws SQLException {
        controller.open("/payouts/" + payout);
        var page = controller.page();
        page.locator("form[action$='/authorization-reviews'] button").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send me the code"))
                .click();
        page.locator("input[name=otp]").waitFor();
        var books = new Books(StackResource.stack());
        Eventually.get("the bank's word", () -> rejected(books, payout));

        page.locator("input[name=otp]").fill("1111");
        page.locator("dialog[open] button:has-text('Authorize AED')").click();
        page.getByText("Rejected by an approver").first().waitFor();
        controller.picture("authorize-rejected-meanwhile");
        assertThat(books.orderCalls(books.payout(payout, "reference"))).isEqualTo(1);
        Eventually.get("the events", () -> told(api, payout).size() == 2 ? Optional.of(true) : Optional.empty());
        assertThat(told(api, payout))
                .containsExactly("payment.created AWAITING_AUTHORIZATION", "payment.updated FAILED");
    }

    private static Optional<Boolean> rejected(Books books, String payout) {
        try {
            return books.payout(payout, "status").equals("AUTHORIZATION_FAILED") ? Optional.of(true) : Optional.empty();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> told(Api api, String payout) {
        return api.events().stream()
                .filter(event -> event.at("/payload/intent_id").asText().equals(payout))
                .map(event -> event.get("type").asText() + " "
                        + event.at("/payload/status").asText())
                .toList();
    }
}
