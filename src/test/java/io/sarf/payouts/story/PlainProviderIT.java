package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.sarf.testing.Cable;
import io.sarf.testing.Chromium;
import io.sarf.testing.Eventually;
import io.sarf.testing.Mailbox;
import io.sarf.testing.PlainProvider;
import io.sarf.testing.StackResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The product with an identity provider that does no more than OpenID Connect asks for, without mail, and with a database
 * that is away for a while.
 */
class PlainProviderIT {
    private static final String HUDA = "huda@people.example";

    private PlainProvider provider;
    private Product product;
    private Dashboard dashboard;

    @Test
    void somebody_signs_in_founds_a_company_hands_an_invitation_over_and_leaves_at_any_provider() throws Exception {
        var database = URI.create(
                StackResource.stack().get("quarkus.datasource.jdbc.url").substring("jdbc:".length()));
        try (var chromium = Chromium.launch();
                var browser = chromium.browser().newContext();
                var colleaguesBrowser = chromium.browser().newContext();
                var plain = new PlainProvider();
                var cable = new Cable(database.getPort());
                var started = Product.start(
                        StackResource.stack(),
                        Product.freePort(),
                        "-Dsarf.mail=false",
                        "-Dquarkus.datasource.jdbc.url=jdbc:"
                                + database.toString().replace(":" + database.getPort(), ":" + cable.port()),
                        "-Dquarkus.oidc.auth-server-url=" + plain.issuer(),
                        "-Dquarkus.oidc.client-id=" + PlainProvider.CLIENT,
                        "-Dquarkus.oidc.credentials.secret=" + PlainProvider.SECRET)) {
            provider = plain;
            product = started;
            dashboard = new Dashboard(product.host(), browser);
            aNameThatFitsNoRow();
            aCompanyIsFounded();
            anInvitationIsHandedOver(colleaguesBrowser);
            theDatabaseIsAway(cable);
            whatLeftStaysOut();
            theProviderSaysThatSessionsHaveEnded();
        }
    }

    /** It is cut and cleaned; somebody who cannot be somebody is told so on a page. */
    private void aNameThatFitsNoRow() {
        provider.callThem("\u202e" + "H".repeat(251) + "\u0000");
        var page = signIn(dashboard.page(), HUDA);
        assertThat(page.url()).startsWith(product.host());
        page.locator("#name").waitFor();
        try (var another = page.context().browser().newContext()) {
            var nobody = signIn(another.newPage(), "n".repeat(300) + "@people.example");
            assertThat(nobody.locator("h1").innerText()).contains("You could not be signed in");
        }
        provider.callThem("Huda Saleh");
        page.context().clearCookies();
    }

    private void aCompanyIsFounded() {
        var page = signIn(dashboard.page(), HUDA);
        page.locator("#name").fill("Dune Logistics");
        dashboard.submit();
        page.waitForURL("**/sandbox/getting-started");
        assertThat(page.locator(".rail .person").innerText()).contains("Huda Saleh");
        dashboard.in(page.url().replace("/getting-started", ""));
    }

    private Page signIn(Page page, String email) {
        page.navigate(product.host() + "/dashboard");
        assertThat(page.url()).startsWith(provider.issuer());
        page.locator("#email").fill(email);
        page.locator("button").click();
        return page;
    }

    private void anInvitationIsHandedOver(BrowserContext colleaguesBrowser) {
        var page = dashboard.page();
        var address = "salma-" + UUID.randomUUID() + "@people.example";
        dashboard.open("/team/invitations/new");
        page.locator("#email").fill(address);
        page.locator("#role-admin").check();
        dashboard.submit();
        // Without an age asked for this provider says nothing of when somebody signed in.
        page.waitForURL("**/fresh-sign-in?to=%2Fkept-form");
        page.locator("main button[type=submit]").click();
        page.locator("#email").fill(HUDA);
        page.locator("button").click();
        page.waitForURL("**/kept-form");
        page.locator("main button.btn-primary").click();
        page.waitForURL("**/team");
        var link = page.locator("main [data-copy*='/invitations/']").getAttribute("data-copy");
        // Other nodes of this database do send mail, each with links to its own address.
        assertThat(new Mailbox(StackResource.stack()).to(address))
                .noneMatch(mail -> mail.text().contains(product.host()));

        var colleague = new Dashboard(product.host(), colleaguesBrowser);
        colleague.page().navigate(link);
        colleague.page().locator("main a.btn-primary").first().click();
        colleague.page().locator("#email").fill(address);
        colleague.page().locator("button").click();
        colleague.submit();
        colleague.page().waitForURL("**/getting-started");
        dashboard.open("/team");
        assertThat(page.locator("main tbody").first().innerText()).contains(address);
    }

    /** Nobody is signed out by it: they are asked to try again, and go on where they were. */
    private void theDatabaseIsAway(Cable cable) {
        var page = dashboard.page();
        var before = cookies();
        cable.cut();
        dashboard.open("/team");
        assertThat(page.locator("h1").innerText()).contains("Not available just now");
        var form = page.request()
                .post(
                        dashboard.base() + "/team/invitations",
                        RequestOptions.create().setForm(FormData.create()));
        assertThat(form.status()).isEqualTo(503);
        assertThat(form.headers()).containsKey("retry-after");
        assertThat(cookies()).isEqualTo(before);
        try (var another = page.context().browser().newContext()) {
            var newcomer = signIn(another.newPage(), "nora@people.example");
            assertThat(newcomer.locator("h1").innerText()).contains("Not available just now");
        }

        cable.mend();
        Eventually.get(
                "page of the same session", () -> status(cookies()) == 200 ? Optional.of(true) : Optional.empty());
    }

    /** Also for whoever has copied the cookies before. */
    private void whatLeftStaysOut() {
        var page = dashboard.page();
        dashboard.open("/team");
        var copied = cookies();
        assertThat(status(copied)).isEqualTo(200);
        page.locator(".rail .person summary").click();
        page.locator(".rail .person button[type=submit]").click();
        page.waitForURL(product.host() + "/");
        assertThat(status(copied)).isEqualTo(302);
        page.navigate(product.host() + "/dashboard");
        assertThat(page.url()).startsWith(provider.issuer());
    }

    private void theProviderSaysThatSessionsHaveEnded() throws JoseException {
        signIn(dashboard.page(), HUDA);
        dashboard.page().waitForURL("**/getting-started");
        var faults = new HashMap<String, @Nullable Object>();
        faults.put("aud", "somebody-else");
        faults.put("iss", "https://idp.example");
        faults.put("exp", 1_700_000_000L);
        faults.put("nonce", "a nonce");
        faults.put("events", null);
        faults.put("sub", null);
        faults.forEach((claim, value) -> {
            Map<String, @Nullable Object> otherwise = new HashMap<>();
            otherwise.put(claim, value);
            assertThat(told(provider.logoutToken(HUDA, otherwise))).as(claim).isEqualTo(400);
        });
        assertThat(told(provider.logoutToken("Huda@people.example", Map.of()))).isEqualTo(200);
        assertThat(status(cookies())).isEqualTo(200);

        provider.rotateKey("two");
        assertThat(told(provider.logoutToken(HUDA, Map.of()))).isEqualTo(200);
        assertThat(status(cookies())).isEqualTo(302);
    }

    private int told(String logoutToken) {
        return dashboard
                .page()
                .request()
                .post(
                        product.host() + "/sign-out/back-channel",
                        RequestOptions.create().setForm(FormData.create().set("logout_token", logoutToken)))
                .status();
    }

    private Map<String, String> cookies() {
        return dashboard.page().context().cookies(product.host()).stream()
                .filter(cookie -> List.of("q_session", "last-session").contains(cookie.name))
                .collect(Collectors.toMap(cookie -> cookie.name, cookie -> cookie.value));
    }

    /** What somebody is answered who has these cookies and no others. */
    private int status(Map<String, String> cookies) {
        var header = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        var request = HttpRequest.newBuilder(URI.create(dashboard.base() + "/team"))
                .header("Cookie", header)
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
