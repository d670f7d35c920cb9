package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.sarf.testing.Chromium;
import io.sarf.testing.Mailbox;
import io.sarf.testing.Person;
import io.sarf.testing.StackResource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A team in its browsers: several are invited at once, one registers at the identity provider and sees exactly what the role
 * allows, roles change, ownership is handed on, people leave. Each page is held against WCAG and a phone's width, light and
 * dark.
 */
class TeamIT {
    private static final List<String> RAIL_OF_A_DEVELOPER =
            List.of("Getting started", "Webhooks", "Integration", "Team");

    private final Person layla = Person.named("Layla", "Rahman");
    private final Person yusuf = Person.named("Yusuf", "Aziz");
    private final Person noor = Person.named("Noor", "Khalil");
    private Dashboard owner;
    private Dashboard developer;

    @Test
    void a_team_is_invited_changes_its_roles_hands_ownership_on_and_is_left() throws Exception {
        var stack = StackResource.stack();
        try (var chromium = Chromium.launch();
                var ownersBrowser = chromium.browser().newContext();
                var developersBrowser = chromium.browser().newContext();
                var product = Product.start(stack, Product.freePort())) {
            owner = new Dashboard(product.host(), ownersBrowser);
            owner.signUpAndFound(layla, "Saffron Foods");
            severalAreInvited();
            developer = new Dashboard(product.host(), developersBrowser);
            developer.joinByInvitation(yusuf, "Layla Rahman invites you to Saffron Foods on Sarf");
            aDeveloperSeesWhatTheRoleAllows();
            rolesChange();
            ownershipIsHandedOn();
            theJournalProvesItself();
            itIsLeft(product.host());
            assertThat(owner.faults()).isEmpty();
            assertThat(developer.faults()).isEmpty();
        }
    }

    private void severalAreInvited() {
        owner.open("/team/invitations/new");
        var addresses = owner.page().locator("#email");
        addresses.fill(yusuf.email() + "\nNoor Khalil <" + noor.email() + ">, nobody");
        owner.page().locator("#role-developer").check();
        owner.page().locator("#extra-secrets").check();
        owner.submit();
        owner.page().getByText("This is no e-mail address: nobody").first().waitFor();
        owner.inspectLightAndDark("invite-wrong");
        assertThat(owner.page().locator("#extra-secrets").isChecked()).isTrue();
        addresses.fill(yusuf.email() + "\nNoor Khalil <" + noor.email() + ">");
        owner.submit();
        owner.page().waitForURL("**/team");
        owner.page()
                .getByText("2 people are invited. The mail is on its way.")
                .first()
                .waitFor();
        owner.inspectLightAndDark("team-invited");
        assertThat(owner.page()
                        .locator("tr:has-text('Create and replace secrets')")
                        .innerText())
                .contains("with the extra permission");
        assertThat(owner.page()
                        .locator("tr:has-text('Create and replace secrets') .icon-check")
                        .count())
                .isEqualTo(2);

        owner.open("/team/invitations/new");
        owner.page().locator("#email").fill(yusuf.email());
        owner.submit();
        owner.page().getByText("This address is invited already").first().waitFor();
    }

    private void aDeveloperSeesWhatTheRoleAllows() {
        assertThat(developer.page().locator(".rail .tabs .tab").allInnerTexts().stream()
                        .map(String::strip))
                .containsExactlyElementsOf(RAIL_OF_A_DEVELOPER);
        assertThat(developer.createClientSecret()).isNotEmpty();
        assertThat(developer.open("/payouts").status()).isEqualTo(403);
        assertThat(developer.open("/activity").status()).isEqualTo(403);
        assertThat(developer.open("/team").status()).isEqualTo(200);
        assertThat(developer.page().locator("main").innerText())
                .contains("Developer, secrets")
                .doesNotContain("Invitations");
        developer.inspectLightAndDark("team-of-a-developer");
    }

    private void rolesChange() {
        openMember("Yusuf Aziz");
        owner.inspectLightAndDark("member");
        owner.page().locator("#extra-secrets").uncheck();
        owner.page().locator("#role-controller").check();
        owner.submit();
        owner.page().getByText("The roles of Yusuf Aziz are saved.").first().waitFor();

        assertThat(developer.open("/integration/secret").status()).isEqualTo(403);
        assertThat(developer.open("/payouts").status()).isEqualTo(200);

        openMember("Layla Rahman");
        assertThat(owner.page().locator("main").innerText()).contains("This is you.");
        owner.open("/activity");
        assertThat(owner.page().locator("main").innerText())
                .contains("Roles changed")
                .contains("Developer · secrets");
        owner.inspectLightAndDark("activity-of-roles");
        owner.page()
                .locator("main a", new Page.LocatorOptions().setHasText("All about this person"))
                .first()
                .click();
        owner.page().locator("#filters[open]").waitFor();
        owner.inspectLightAndDark("activity-of-a-person");
        assertThat(owner.open("/activity?from=yesterday&to=2026-01-01&type=none")
                        .status())
                .isEqualTo(422);
        owner.inspectLightAndDark("activity-refused");
    }

    private void ownershipIsHandedOn() {
        owner.open("/team/departure");
        assertThat(owner.page().locator("main").innerText()).contains("You are the only Owner.");
        owner.inspectLightAndDark("departure-of-the-only-owner");
        owner.page().locator("main .actions-bar a.btn-primary").click();
        owner.page().locator("[name=member]").waitFor();
        owner.inspectLightAndDark("ownership");
        owner.submit();
        owner.page().getByText("Choose somebody else.").first().waitFor();
        owner.page()
                .locator("[name=member]")
                .selectOption(owner.page()
                        .locator("[name=member] option")
                        .filter(new Locator.FilterOptions().setHasText("Yusuf Aziz"))
                        .getAttribute("value"));
        owner.submit();
        owner.page()
                .getByText("Yusuf Aziz is an Owner now, and you are an Admin.")
                .first()
                .waitFor();
        assertThat(owner.open("/team/ownership").status()).isEqualTo(403);
        assertThat(developer.open("/team/ownership").status()).isEqualTo(200);
    }

    private void theJournalProvesItself() throws Exception {
        owner.open("/activity");
        owner.page().locator("details.more > summary").click();
        owner.inspectLightAndDark("activity-proof");
        var key = owner.page().locator("details.more [data-copy]").getAttribute("data-copy");
        var answer = owner.page().request().get(owner.base() + "/activity/journal");
        assertThat(answer.headers()).containsEntry("content-type", "application/x-ndjson");
        var export = Path.of("target/exported-journal.jsonl");
        Files.write(export, answer.body());
        assertThat(verified(export, "--key", key))
                .contains("WHOLE")
                .contains("/team")
                .contains("/sandbox");
        assertThat(verified(export, "--at-least", export.toString())).contains("WHOLE");
        Files.writeString(export, answer.text().replace("Yusuf Aziz", "Yusuf Azis"));
        assertThat(verified(export, "--key", key)).contains("NOT WHOLE").contains("is not what was sealed");
    }

    /** By the program that is handed to an operator, with no settings and no database. */
    private static String verified(Path export, String option, String value) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var check = new ProcessBuilder(
                        java, "-jar", "target/sarf/sarf.jar", "verify-journal", export.toString(), option, value)
                .redirectErrorStream(true)
                .start();
        var said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        check.waitFor();
        return said;
    }

    private void itIsLeft(String host) {
        owner.page().navigate(host + "/dashboard");
        owner.open("/team/departure");
        owner.inspectLightAndDark("departure");
        var former = owner.base();
        owner.page().locator("main button.btn-danger").click();
        owner.page().getByText("You have left Saffron Foods.").first().waitFor();
        assertThat(owner.open("/getting-started").status()).isEqualTo(404);

        owner.page().navigate(host + "/dashboard");
        owner.page().locator("#name").fill("Layla's Kitchen");
        owner.submit();
        owner.page().waitForURL("**/sandbox/getting-started");
        owner.in(owner.page().url().replace("/getting-started", ""));
        owner.inviteFinancialController(yusuf);
        var link = new Mailbox(StackResource.stack())
                .await(yusuf.email(), "Layla Rahman invites you to Layla's Kitchen on Sarf")
                .links()
                .get(0);
        developer.page().navigate(link);
        developer.submit();
        developer.page().waitForURL("**/getting-started");
        developer
                .page()
                .locator(".rail summary", new Page.LocatorOptions().setHasText("Layla's Kitchen"))
                .click();
        developer.inspectLightAndDark("companies");
        developer
                .page()
                .locator(".rail a.tab", new Page.LocatorOptions().setHasText("Switch to Saffron Foods"))
                .click();
        developer.page().waitForURL(former + "/getting-started");
    }

    private void openMember(String name) {
        owner.open("/team");
        owner.page()
                .locator("main a", new Page.LocatorOptions().setHasText(name))
                .first()
                .click();
        owner.page().locator("form[action$='/roles']").waitFor();
    }
}
