package io.sarf.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sarf.development.RunningStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** Accounts at the identity provider, opened by its administrator: for tests that are not about signing up. */
public final class Accounts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final String administrator;

    public Accounts(RunningStack stack) {
        this.address = stack.get("quarkus.oidc.auth-server-url").replaceAll("/realms/.*", "");
        this.administrator = "username=" + stack.get("stack.keycloak.admin.user") + "&password="
                + stack.get("stack.keycloak.admin.password");
    }

    /** Opens an account whose address counts as confirmed. */
    public void open(Person person) {
        var account = Map.of(
                "username", person.email(),
                "email", person.email(),
                "emailVerified", true,
                "enabled", true,
                "firstName", person.firstName(),
                "lastName", person.lastName(),
                "credentials", List.of(Map.of("type", "password", "value", person.password(), "temporary", false)));
        try {
            var answer = send(HttpRequest.newBuilder(URI.create(address + "/admin/realms/sarf/users"))
                    .header("Authorization", "Bearer " + token())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(account))));
            if (answer.statusCode() != 201) {
                throw new AssertionError("No account for " + person.email() + ": " + answer.body());
            }
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    /** A new one each time: it is good for a minute. */
    private String token() throws IOException {
        var form = "grant_type=password&client_id=admin-cli&" + administrator;
        var answer = send(HttpRequest.newBuilder(URI.create(address + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return JSON.readTree(answer.body()).path("access_token").asText();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
