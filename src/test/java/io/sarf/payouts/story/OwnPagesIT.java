package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.sarf.testing.Chromium;
import io.sarf.testing.Person;
import io.sarf.testing.StackResource;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;
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
        aLogo(owner);
    }

    /** A rose is a rose: three rings, and nothing around them. */
    private static void aLogo(Dashboard owner) {
        var page = owner.page();
        var rings = new BufferedImage(600, 600, BufferedImage.TYPE_INT_ARGB);
        var pen = rings.createGraphics();
        pen.setColor(new Color(0xb83280));
        for (var ring = 0; ring < 3; ring++) {
            pen.setStroke(new BasicStroke(40));
            pen.drawOval(40 + ring * 90, 40 + ring * 90, 520 - ring * 180, 520 - ring * 180);
        }
        pen.dispose();
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(rings, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        page.locator("#logo").setInputFiles(new FilePayload("rose.png", "image/png", file.toByteArray()));
        page.locator("main form[enctype] button").click();
        page.getByText("The logo is saved.").first().waitFor();
        assertThat(page.locator(".rail .brand img").evaluate("image => image.naturalWidth"))
                .isEqualTo(192);
        owner.inspectLightAndDark("settings-logo");
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
