package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.sarf.testing.IdentityProvider;
import io.sarf.testing.Person;
import io.sarf.testing.StackResource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Somebody who is signed in, and has to show once more who they are before a bank is asked for anything. */
final class SignInAgain {
    private static final Duration AGE = Duration.ofSeconds(20);

    private final BrowserContext browser;
    private final Person person;
    private final List<String> faults;

    SignInAgain(BrowserContext browser, Person person, List<String> faults) {
        this.browser = browser;
        this.person = person;
        this.faults = faults;
    }

    /**
     * Selects a payout at a node on which a sign-in grows old quickly, signs in again, and is back at the review of it.
     *
     * @param base the address of the application's sandbox, at the node where the person goes on
     * @return the address of the review there: every node knows what is kept
     */
    String selects(String base, String payout) throws Exception {
        var notLater = Instant.now();
        // It only answers: work that it had begun would have to wait for its leases once it is gone.
        try (var strict = Product.start(
                StackResource.stack(),
                Product.freePort(),
                "-Dsarf.authorization.sign-in-age=" + AGE,
                "-Dquarkus.scheduler.enabled=false",
                "-Dsarf.nudges=false")) {
            var dashboard = new Dashboard(strict.host(), browser)
                    .in(strict.host() + URI.create(base).getPath());
            growsOld(dashboard.page(), notLater);
            dashboard.open("/payouts");
            var page = dashboard.page();
            page.locator("input[name=payout][value='" + payout + "']").check();
            page.locator(".selection button[type=submit]").click();
            press(page, "Send me the code");
            page.waitForURL("**/fresh-sign-in");
            dashboard.inspect("sign-in-again");
            faults.addAll(dashboard.faults());
            press(page, "Sign in again");
            new IdentityProvider(StackResource.stack()).signInAgain(page, person);
            page.waitForURL("**/payouts/authorization-reviews/*");
            assertThat(page.locator("input[name=payout]").count()).isEqualTo(1);
            assertThat(page.locator("input[name=payout]").inputValue()).startsWith(payout + ":");
            return URI.create(base).resolve(URI.create(page.url()).getPath()).toString();
        }
    }

    private static void growsOld(Page page, Instant notLater) {
        var left = Duration.between(Instant.now(), notLater.plus(AGE).plusSeconds(1));
        page.waitForTimeout(Math.max(0, left.toMillis()));
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
