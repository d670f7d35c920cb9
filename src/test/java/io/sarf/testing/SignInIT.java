package io.sarf.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import io.sarf.development.RunningStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The identity provider and the helpers for it, with a page of one line in the product's place. */
class SignInIT {

    /** The example of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static RunningStack stack;
    private static Chromium chromium;
    private static HttpServer product;

    @BeforeAll
    static void start() throws IOException {
        stack = StackResource.stack();
        chromium = Chromium.launch();
        product = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        product.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        product.start();
    }

    @AfterAll
    static void stop() {
        product.stop(0);
        chromium.close();
    }

    @Test
    void somebody_new_signs_up_confirms_the_address_and_is_back() throws Exception {
        Person amal = Person.named("Amal", "Haddad");
        JsonNode token = signedIn((page, provider) -> provider.signUp(page, amal), "localhost");

        assertThat(token.get("email").asText()).isEqualTo(amal.email());
        assertThat(token.get("email_verified").asBoolean()).isTrue();
        assertThat(token.get("roles").toString()).doesNotContain("representative");
    }

    @Test
    void the_representative_signs_in_with_role_and_time_of_sign_in_in_the_token() throws Exception {
        Instant before = Instant.now().minusSeconds(5);
        JsonNode token = signedIn((page, provider) -> provider.signIn(page, Person.representative(stack)), "127.0.0.1");

        assertThat(token.get("roles").toString()).contains("\"representative\"");
        assertThat(Instant.ofEpochSecond(token.get("auth_time").asLong())).isAfter(before);
    }

    /** Opened once more, and elsewhere: nothing is left to do there, but the person wants to go on. */
    @Test
    void a_link_that_was_used_leads_back_to_the_product() {
        var basma = Person.named("Basma", "Nasser");
        try (var context = chromium.browser().newContext();
                var elsewhere = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(authorization("localhost"));
            new IdentityProvider(stack).signUp(page, basma);

            Page again = elsewhere.newPage();
            again.navigate(new Mailbox(stack).await(basma.email()).links().get(0));
            assertThat(again.locator("a[href='http://localhost:8080/']").count())
                    .as(again.content())
                    .isPositive();
        }
    }

    @Test
    void a_request_without_pkce_is_turned_away() {
        try (var context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(authorization("localhost").replaceAll("&code_challenge.*", ""));
            assertThat(page.url()).contains("error=invalid_request").contains("code_challenge_method");
        }
    }

    private interface Visit {
        void to(Page page, IdentityProvider provider);
    }

    /** The claims of the id token that the product would get. */
    private static JsonNode signedIn(Visit visit, String host) throws IOException, InterruptedException {
        try (var context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(authorization(host));
            visit.to(page, new IdentityProvider(stack));
            assertThat(page.url()).startsWith(back(host)).contains("code=");
            return claims(page.url().replaceAll(".*[?&]code=([^&]+).*", "$1"), host);
        }
    }

    private static String back(String host) {
        return "http://" + host + ":" + product.getAddress().getPort() + "/back";
    }

    private static String authorization(String host) {
        return stack.get("quarkus.oidc.auth-server-url") + "/protocol/openid-connect/auth?response_type=code"
                + "&scope=openid&state=some&client_id=" + stack.get("quarkus.oidc.client-id") + "&redirect_uri="
                + encoded(back(host)) + "&code_challenge=" + CHALLENGE + "&code_challenge_method=S256";
    }

    private static JsonNode claims(String code, String host) throws IOException, InterruptedException {
        String form = "grant_type=authorization_code&code=" + code + "&redirect_uri=" + encoded(back(host))
                + "&code_verifier=" + VERIFIER + "&client_id=" + stack.get("quarkus.oidc.client-id")
                + "&client_secret=" + stack.get("quarkus.oidc.credentials.secret");
        URI endpoint = URI.create(stack.get("quarkus.oidc.auth-server-url") + "/protocol/openid-connect/token");
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        String body = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        ObjectMapper json = new ObjectMapper();
        String idToken = json.readTree(body).path("id_token").asText();
        assertThat(idToken).as(body).isNotEmpty();
        return json.readTree(Base64.getUrlDecoder().decode(idToken.split("\\.")[1]));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
