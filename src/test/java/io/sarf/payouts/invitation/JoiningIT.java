package io.sarf.payouts.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.sarf.testing.Chromium;
import io.sarf.testing.IdentityProvider;
import io.sarf.testing.Mailbox;
import io.sarf.testing.Person;
import io.sarf.testing.StackResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the first page to a team of two, and the representative who lets them pay. */
@QuarkusIntegrationTest
@QuarkusTestResource(StackResource.class)
class JoiningIT {
    private static final String HOST = "http://localhost:" + System.getProperty("quarkus.http.test-port", "8081");

    private static Chromium chromium;
    private static IdentityProvider provider;
    private static Mailbox mailbox;

    @BeforeAll
    static void start() {
        chromium = Chromium.launch();
        provider = new IdentityProvider(StackResource.stack());
        mailbox = new Mailbox(StackResource.stack());
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void an_owner_invites_a_colleague_who_joins_and_the_representative_enables_payouts() {
        var omar = Person.named("Omar", "Haddad");
        var sara = Person.named("Sara", "Nasser");
        Browser browser = chromium.browser();
        try (var his = browser.newContext();
                var hers = browser.newContext();
                var theirs = browser.newContext();
                var strangers = browser.newContext()) {
            var owner = founded(his, omar, "Tamr Trading");
            var start = owner.url();

            invite(owner, start, sara);
            var link = mailbox.await(sara.email(), "Omar Haddad invites you to Tamr Trading on Sarf")
                    .links()
                    .get(0);
            var colleague = joined(hers, sara, link);
            assertThat(colleague.url()).isEqualTo(start);

            var mistaken = owner.navigate(link);
            assertThat(mistaken.text()).contains("was accepted already");

            assertThat(colleague
                            .navigate(start.replace("getting-started", "team/invitations/new"))
                            .status())
                    .isEqualTo(403);
            assertThat(colleague.content())
                    .contains("Invite people and manage the team")
                    .contains("Owner · Admin");
            assertThat(colleague
                            .navigate(start.replace("getting-started", "activity"))
                            .text())
                    .doesNotContain("Company created");

            var stranger = founded(strangers, Person.named("Ziad", "Other"), "Elsewhere");
            assertThat(stranger.navigate(start).status()).isEqualTo(404);
            assertThat(stranger.content()).contains("There is nothing here").doesNotContain("Tamr");

            enabled(theirs, start);
            var activity = owner.navigate(start.replace("getting-started", "activity"));
            assertThat(activity.text())
                    .contains("Payouts enabled")
                    .contains("Contract signed")
                    .contains("Rana Representative (Sarf representative)")
                    .contains("Invitation accepted")
                    .contains("Company created");
            assertThat(owner.navigate(start.replace("getting-started", "team")).text())
                    .contains("Sara Nasser");
            integration(owner, start);
        }
    }

    private static Page founded(BrowserContext context, Person person, String company) {
        var page = context.newPage();
        page.navigate(HOST + "/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in or sign up"))
                .click();
        provider.signUp(page, person);
        page.locator("#name").fill("");
        page.locator("main [type=submit]").first().click();
        page.getByText("Enter a name of 1 to 80 characters.").first().waitFor();
        page.locator("#name").fill(company);
        page.locator("main [type=submit]").first().click();
        page.waitForURL("**/sandbox/getting-started");
        assertThat(page.content()).contains(company + " is ready").contains("0 of 8 done");
        return page;
    }

    private static void invite(Page page, String start, Person person) {
        page.navigate(start.replace("getting-started", "team"));
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Invite").setExact(true))
                .first()
                .click();
        page.locator("#email").fill("nobody");
        page.locator("#role-controller").check();
        page.locator("main [type=submit]").click();
        // The form stays where it is and is answered in place: nothing navigates, so there is nothing else to wait for.
        page.getByText("This is no e-mail address: nobody").first().waitFor();
        assertThat(page.locator("#role-controller").isChecked()).isTrue();
        page.locator("#email").fill(person.email());
        page.locator("main [type=submit]").click();
        page.waitForURL("**/team");
        assertThat(page.content()).contains("is invited").contains("Pending");
    }

    private static Page joined(BrowserContext context, Person person, String link) {
        var page = context.newPage();
        page.navigate(link);
        assertThat(page.content()).contains("Join Tamr Trading").contains("Omar Haddad invites you");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in or sign up to accept"))
                .click();
        provider.signUp(page, person);
        assertThat(page.url()).isEqualTo(link);
        page.locator("main [type=submit]").click();
        page.waitForURL("**/getting-started");
        return page;
    }

    private static void enabled(BrowserContext context, String start) {
        var page = context.newPage();
        page.navigate(HOST + "/dashboard");
        provider.signIn(page, Person.representative(StackResource.stack()));
        assertThat(page.url()).isEqualTo(HOST + "/representative");
        var application = start.replaceAll(".*/dashboard/([^/]+)/.*", "$1");
        page.navigate(HOST + "/representative?search=tamr");
        page.locator("a[href$='" + application + "']").click();
        var form = page.locator("form[action$='/sandbox/payouts']");
        form.locator("[type=submit]").click();
        page.getByText("Give a reason of 1 to 300 characters.").waitFor();
        form.locator("textarea").fill("Contract signed");
        form.locator("[type=submit]").click();
        page.waitForURL("**/applications/" + application);
        assertThat(page.content()).contains("Payouts is enabled in Sandbox.");
    }

    private static void integration(Page page, String start) {
        page.navigate(start.replace("getting-started", "integration"));
        page.locator("form[action$='/integration/secret'] [type=submit]").click();
        page.getByText("Copy it now").first().waitFor();
        var users = page.navigate(start.replace("getting-started", "integration/test-users"));
        assertThat(users.status()).isEqualTo(200);
    }
}
