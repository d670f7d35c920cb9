package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import io.sarf.testing.Chromium;
import io.sarf.testing.IdentityProvider;
import io.sarf.testing.Person;
import io.sarf.testing.StackResource;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sign-ins in several tabs, sign-ins that come to nothing, and what a browser collects until it signs in. */
class SignInTabsIT {
    private static final String PROVIDER = StackResource.stack().get("quarkus.oidc.auth-server-url");

    private final Person amal = Person.named("Amal", "Haddad");
    private final IdentityProvider provider = new IdentityProvider(StackResource.stack());

    private Dashboard owner;
    private Browser browsers;
    private Product product;

    @Test
    void whoever_comes_back_from_the_identity_provider_goes_on_where_they_were_or_is_told_why_not() throws Exception {
        try (var chromium = Chromium.launch();
                var browser = chromium.browser().newContext();
                var started = Product.start(StackResource.stack(), Product.freePort())) {
            product = started;
            browsers = chromium.browser();
            owner = new Dashboard(product.host(), browser);
            owner.signUpAndFound(amal, "Coral Trading");
            eachOfTwoTabsGetsItsPage();
            aUsedSignInLeadsHome();
            whatIsNotFinishedIsSaid();
            aRefusedCodeIsSaidAndTheNextSignInGoesOn();
            aRefusalOfTheProviderIsSaid();
            manyPagesLeaveFewCookies();
            aBrowserWithTooManyIsCured();
            theProviderSendsBackToThePublicAddress();
            assertThat(owner.faults()).isEmpty();
        }
    }

    private void eachOfTwoTabsGetsItsPage() {
        try (var browser = browsers.newContext()) {
            var one = browser.newPage();
            var other = browser.newPage();
            one.navigate(owner.base() + "/team");
            var begun = authorization(browser, owner.base() + "/settings?from=tab");
            provider.signIn(one, amal);
            one.waitForURL("**/team");

            assertThat(other.navigate(begun).status()).isEqualTo(200);
            other.waitForURL("**/settings?from=tab");
            assertThat(one.navigate(owner.base() + "/team").status()).isEqualTo(200);
            assertThat(states(browser)).isEmpty();
        }
    }

    /** Where a request without a session is sent to. */
    private static String authorization(BrowserContext browser, String url) {
        var answer = browser.request().get(url, RequestOptions.create().setMaxRedirects(0));
        assertThat(answer.status()).isEqualTo(302);
        return answer.headers().get("location");
    }

    /** A page of the history, or a bookmark of it. */
    private void aUsedSignInLeadsHome() {
        owner.page().navigate(product.host() + "/sign-in?state=" + UUID.randomUUID() + "&code=used");
        owner.page().waitForURL("**/sandbox/getting-started");
        owner.page().navigate(product.host() + "/sign-in");
        owner.page().waitForURL("**/sandbox/getting-started");
    }

    private void whatIsNotFinishedIsSaid() {
        try (var browser = browsers.newContext()) {
            var stranger = new Dashboard(product.host(), browser);
            stranger.page().navigate(product.host() + "/sign-in?state=" + UUID.randomUUID() + "&code=used");
            unfinished(stranger.page());
            stranger.inspectLightAndDark("sign-in-unfinished");
            owner.faults().addAll(stranger.faults());
            stranger.page().locator("main a.btn-primary").click();
            assertThat(stranger.page().url()).startsWith(PROVIDER);
        }
        try (var browser = browsers.newContext(new Browser.NewContextOptions().setLocale("ar"))) {
            var page = browser.newPage();
            page.navigate(product.host() + "/sign-in?state=" + UUID.randomUUID() + "&code=used");
            ArabicPage.inspect(page, "sign-in-unfinished");
        }
    }

    private void aRefusedCodeIsSaidAndTheNextSignInGoesOn() {
        try (var browser = browsers.newContext()) {
            var page = browser.newPage();
            var state = parameter("state", authorization(browser, owner.base() + "/settings"));
            page.navigate(product.host() + "/sign-in?state=" + state + "&code=stale");
            unfinished(page);
            page.locator("main a.btn-primary").click();
            provider.signIn(page, amal);
            page.waitForURL("**/settings");
        }
    }

    private void aRefusalOfTheProviderIsSaid() {
        try (var browser = browsers.newContext()) {
            var page = browser.newPage();
            var state = parameter("state", authorization(browser, owner.base() + "/team"));
            page.navigate(product.host() + "/sign-in?error=access_denied&error_description=no&state=" + state);
            unfinished(page);
            assertThat(page.locator("main a.btn-primary").getAttribute("href")).endsWith("/sandbox/team");
        }
    }

    private static void unfinished(Page page) {
        assertThat(page.locator("h1").innerText()).isEqualTo("Your sign-in was not finished");
    }

    private void manyPagesLeaveFewCookies() {
        try (var browser = browsers.newContext()) {
            for (var opened = 0; opened < 40; opened++) {
                authorization(browser, owner.base() + "/payouts?reference=" + opened);
            }
            assertThat(states(browser)).hasSizeBetween(2, 9);
            // The last of them is not among those that are given up.
            var page = browser.newPage();
            page.navigate(owner.base() + "/team");
            provider.signIn(page, amal);
            page.waitForURL("**/team");
        }
    }

    /** Those that an earlier version has left behind. */
    private void aBrowserWithTooManyIsCured() {
        try (var browser = browsers.newContext()) {
            var cookies = new ArrayList<Cookie>();
            for (var left = 0; left < 40; left++) {
                cookies.add(new Cookie("q_auth_" + UUID.randomUUID(), "x".repeat(900)).setUrl(product.host()));
            }
            browser.addCookies(cookies);
            var page = browser.newPage();
            page.navigate(owner.base() + "/settings");
            provider.signIn(page, amal);
            page.waitForURL("**/settings");
            assertThat(states(browser)).hasSizeLessThan(10);
        }
    }

    private static List<String> states(BrowserContext browser) {
        return browser.cookies().stream()
                .map(cookie -> cookie.name)
                .filter(name -> name.startsWith("q_auth"))
                .toList();
    }

    /** Not to the host that a request names. */
    private void theProviderSendsBackToThePublicAddress() throws IOException, InterruptedException {
        var port = URI.create(product.host()).getPort();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/dashboard"))
                .build();
        var there = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("location")
                .orElseThrow();
        assertThat(parameter("redirect_uri", there)).isEqualTo(product.host() + "/sign-in");
    }

    private static String parameter(String name, String url) {
        return URLDecoder.decode(url.replaceAll(".*[?&]" + name + "=([^&]+).*", "$1"), StandardCharsets.UTF_8);
    }
}
