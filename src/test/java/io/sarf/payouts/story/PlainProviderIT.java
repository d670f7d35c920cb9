package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.testing.Chromium;
import io.sarf.testing.Mailbox;
import io.sarf.testing.PlainProvider;
import io.sarf.testing.StackResource;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The product with an identity provider that does no more than OpenID Connect asks for, and without mail. */
class PlainProviderIT {
    @Test
    void somebody_signs_in_founds_a_company_hands_an_invitation_over_and_leaves_at_any_provider() throws Exception {
        try (var chromium = Chromium.launch();
                var browser = chromium.browser().newContext();
                var colleaguesBrowser = chromium.browser().newContext();
                var provider = new PlainProvider();
                var product = Product.start(
                        StackResource.stack(),
                        Product.freePort(),
                        "-Dsarf.mail=false",
                        "-Dquarkus.oidc.auth-server-url=" + provider.issuer(),
                        "-Dquarkus.oidc.client-id=" + PlainProvider.CLIENT,
                        "-Dquarkus.oidc.credentials.secret=" + PlainProvider.SECRET)) {
            var dashboard = new Dashboard(product.host(), browser);
            var page = dashboard.page();
            page.navigate(product.host() + "/dashboard");
            assertThat(page.url()).startsWith(provider.issuer());
            page.locator("#email").fill("huda@people.example");
            page.locator("button").click();
            page.locator("#name").fill("Dune Logistics");
            dashboard.submit();
            page.waitForURL("**/sandbox/getting-started");
            assertThat(page.locator(".rail .person").innerText()).contains("Huda Saleh");

            dashboard.in(page.url().replace("/getting-started", ""));
            var address = "salma-" + UUID.randomUUID() + "@people.example";
            dashboard.open("/team/invitations/new");
            page.locator("#email").fill(address);
            page.locator("#role-admin").check();
            dashboard.submit();
            page.waitForURL("**/team");
            var link = page.locator("main [data-copy*='/invitations/']").getAttribute("data-copy");
            assertThat(new Mailbox(StackResource.stack()).to(address)).isEmpty();

            var colleague = new Dashboard(product.host(), colleaguesBrowser);
            colleague.page().navigate(link);
            colleague.page().locator("main a.btn-primary").first().click();
            colleague.page().locator("#email").fill(address);
            colleague.page().locator("button").click();
            colleague.submit();
            colleague.page().waitForURL("**/getting-started");
            dashboard.open("/team");
            assertThat(page.locator("main tbody").first().innerText()).contains(address);

            page.locator(".rail .person summary").click();
            page.locator(".rail .person button[type=submit]").click();
            page.waitForURL(product.host() + "/");
            page.navigate(product.host() + "/dashboard");
            assertThat(page.url()).startsWith(provider.issuer());
        }
    }
}
