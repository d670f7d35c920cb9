package io.sarf.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sarf.development.RunningStack;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What whoever runs the identity provider does there, by its API. */
public final class KeycloakAdmin {
    private final RunningStack stack;
    private final String realm;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    public KeycloakAdmin(RunningStack stack) {
        this.stack = stack;
        this.realm = stack.get("quarkus.oidc.auth-server-url").replace("/realms/", "/admin/realms/");
    }

    /** Where the product is told that a session has ended. */
    public void backChannel(String url) throws IOException, InterruptedException {
        set("backchannel.logout.url", url);
    }

    /** @param seconds how long the tokens of the product live; empty for as long as those of others */
    public void tokensLive(String seconds) throws IOException, InterruptedException {
        set("access.token.lifespan", seconds);
    }

    private void set(String attribute, String value) throws IOException, InterruptedException {
        var found = get("/clients?clientId=" + stack.get("quarkus.oidc.client-id"));
        var client = (ObjectNode) found.get(0);
        ((ObjectNode) client.get("attributes")).put(attribute, value);
        send(request("/clients/" + client.get("id").asText())
                .PUT(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(client))));
    }

    /** Ends every session of somebody. */
    public void endSessions(String email) throws IOException, InterruptedException {
        var user = get("/users?exact=true&email=" + URLEncoder.encode(email, StandardCharsets.UTF_8))
                .get(0)
                .get("id")
                .asText();
        send(request("/users/" + user + "/logout").POST(HttpRequest.BodyPublishers.noBody()));
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return json.readTree(send(request(path).GET()));
    }

    private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create(realm + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json");
    }

    private String token() throws IOException, InterruptedException {
        var form = "grant_type=password&client_id=admin-cli&username=" + stack.get("stack.keycloak.admin.user")
                + "&password=" + stack.get("stack.keycloak.admin.password");
        var master = stack.get("quarkus.oidc.auth-server-url").replaceAll("/realms/.*", "/realms/master");
        var answer = send(HttpRequest.newBuilder(URI.create(master + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return json.readTree(answer).get("access_token").asText();
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}
