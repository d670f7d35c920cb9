package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.sarf.testing.Chromium;
import io.sarf.testing.Person;
import io.sarf.testing.StackResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A person has the pages their own way, and an Owner names the company; light, dark, Arabic and on a phone. */
class OwnPagesIT {
    @Test
    void profile_and_settings_are_changed_in_a_browser_and_hold_from_the_next_page_on() throws Exception {
        var stack = StackResource.stack();
        var desert = Person.named("Layla", "Rahman");
        try (var chromium = Chromium.launch();
                var browser = chromium.browser().newContext(new Browser.NewContextOptions().setLocale("en"));
                var product = Product.start(stack, Product.freePort())) {
            var owner = new Dashboard(product.host(), browser);
            owner.signUpAndFound(desert, "Desert Rose");
            settings(owner);
            profile(owner);
            inArabicAndDark(owner);
            assertThat(owner.faults()).isEmpty();
        }
    }

    private static void settings(Dashboard owner) {
        owner.page()
                .locator(".rail .tab", new Page.LocatorOptions().setHasText("Settings"))
                .click();
        owner.page().waitForURL("**/settings");
        owner.inspectLightAndDark("settings");
        owner.fill(Map.of("name", " "));
        owner.submit();
        owner.page().getByText("Enter a name of 1 to 80 characters.").first().waitFor();
        owner.inspectLightAndDark("settings-refused");
        owner.fill(Map.of("name", "Desert Rose LLC"));
        owner.submit();
        owner.page()
                .getByText("The company is now called Desert Rose LLC.")
                .first()
                .waitFor();
        assertThat(owner.page().locator(".rail .brand").innerText()).contains("Desert Rose LLC");
    }

    private static void profile(Dashboard owner) {
        owner.page().locator(".rail details.person > summary").click();
        owner.page()
                .locator(".rail a.tab", new Page.LocatorOptions().setHasText("Your profile"))
                .click();
        owner.page().waitForURL("**/profile?from=**");
        owner.inspectLightAndDark("profile");
        assertThat(owner.page().locator("#zone option").count()).isGreaterThan(300);
        owner.fill(Map.of("language", "ar", "zone", "Asia/Dubai"));
        owner.page().locator("#theme-dark").check();
        owner.page().locator("#awaiting-daily").check();
        owner.submit();
        owner.page().getByText("حُفظت اختياراتك.").first().waitFor();
    }

    private static void inArabicAndDark(Dashboard owner) {
        ArabicPage.inspect(owner.page(), "profile");
        assertThat(owner.page().locator("html").getAttribute("data-bs-theme")).isEqualTo("dark");
        assertThat(owner.page().locator("#zone").inputValue()).isEqualTo("Asia/Dubai");
        owner.inspect("profile-arabic-dark");
        owner.page().locator("a.back").click();
        owner.page().waitForURL("**/getting-started");
        assertThat(owner.page().locator("html").getAttribute("data-bs-theme")).isEqualTo("dark");
        owner.look("/settings", "settings-arabic-dark");
        ArabicPage.inspect(owner.page(), "settings");
        owner.open("/team");
        assertThat(owner.page().locator("time.moment").first().innerText()).endsWith("UTC+4");
    }
}
