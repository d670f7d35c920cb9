package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.testing.StackResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is handed in production, where people come over https only. */
class ProductionCookiesIT {
    /** Whatever an operator calls it: only dev and test are for developing. */
    @ParameterizedTest
    @ValueSource(strings = {"prod", "staging"})
    void each_cookie_is_for_https_only_and_the_one_against_forged_forms_for_this_host_only(String profile)
            throws Exception {
        try (var product = Product.start(StackResource.stack(), Product.freePort(), "-Dquarkus.profile=" + profile)) {
            var page = cookies(product, "/", "__Host-flash=c3VjY2VzcwpEb25lLg");
            var signIn = cookies(product, "/dashboard", "");

            assertThat(page).anyMatch(cookie -> cookie.startsWith("__Host-csrf-token=") && cookie.contains("Path=/;"));
            assertThat(page).anyMatch(cookie -> cookie.startsWith("__Host-flash="));
            assertThat(signIn).anyMatch(cookie -> cookie.startsWith("q_auth"));
            assertThat(page).allMatch(cookie -> cookie.contains("Secure"));
            assertThat(signIn).allMatch(cookie -> cookie.contains("Secure"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "staging"})
    void webhooks_to_this_machine_keep_it_from_starting(String profile) throws Exception {
        var port = Product.freePort();
        try (var product = Product.starting(
                StackResource.stack(), port, "-Dquarkus.profile=" + profile, "-Dsarf.webhooks.allow-loopback=true")) {
            assertThat(product.exit()).isPositive();
        }
    }

    /** With a path or a slash at its end, the identity provider would refuse the address to send people back to. */
    @ParameterizedTest
    @ValueSource(strings = {"https://pay.example/", "https://pay.example/sarf", "pay.example"})
    void a_public_address_that_is_more_than_a_host_keeps_it_from_starting(String url) throws Exception {
        try (var product = Product.starting(StackResource.stack(), Product.freePort(), "-Dsarf.public-url=" + url)) {
            assertThat(product.exit()).isPositive();
        }
    }

    private static List<String> cookies(Product product, String path, String cookie)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(product.host() + path)).header("Cookie", cookie);
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .headers()
                .allValues("set-cookie");
    }
}
