package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.testing.StackResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a browser is handed in production, where people come over https only. */
class ProductionCookiesIT {
    @Test
    void each_cookie_is_for_https_only_and_the_one_against_forged_forms_for_this_host_only() throws Exception {
        try (var product = Product.start(StackResource.stack(), Product.freePort(), "-Dquarkus.profile=prod")) {
            var page = cookies(product, "/", "__Host-flash=c3VjY2VzcwpEb25lLg");
            var signIn = cookies(product, "/dashboard", "");

            assertThat(page).anyMatch(cookie -> cookie.startsWith("__Host-csrf-token=") && cookie.contains("Path=/;"));
            assertThat(page).anyMatch(cookie -> cookie.startsWith("__Host-flash="));
            assertThat(signIn).anyMatch(cookie -> cookie.startsWith("q_auth"));
            assertThat(page).allMatch(cookie -> cookie.contains("Secure"));
            assertThat(signIn).allMatch(cookie -> cookie.contains("Secure"));
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
