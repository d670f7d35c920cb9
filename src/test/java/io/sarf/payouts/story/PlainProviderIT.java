package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.testing.Chromium;
import io.sarf.testing.PlainProvider;
import io.sarf.testing.StackResource;
import org.junit.jupiter.api.Test;

/** The product with an identity provider that does no more than OpenID Connect asks for. */
class PlainProviderIT {
    @Test
    void somebody_signs_in_founds_a_company_and_leaves_at_any_provider() throws Exception {
        try (var chromium = Chromium.launch();
                var browser = chromium.browser().newContext();
                var provider = new PlainProvider();
                var product = Product.start(
                        StackResource.stack(),
                        Product.freePort(),
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

            page.locator(".rail .person summary").click();
            page.locator(".rail .person button[type=submit]").click();
            page.waitForURL(product.host() + "/");
            page.navigate(product.host() + "/dashboard");
            assertThat(page.url()).startsWith(provider.issuer());
        }
    }
}
