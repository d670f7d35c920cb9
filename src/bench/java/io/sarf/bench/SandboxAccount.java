package io.sarf.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sarf.development.RunningStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * An account at the sandbox bank and somebody it can pay, made known to the bank as the product would.
 *
 * @param account the bank's name for the account
 * @param beneficiary the bank's name for whom it pays
 */
record SandboxAccount(String userName, String password, String account, String beneficiary) {
    static final String BANK = "SANDBOX_SME_UAE";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOT = "/v1/banks/" + BANK;

    static SandboxAccount open(RunningStack stack, UUID application, String payee, String iban)
            throws IOException, InterruptedException {
        var users = ask(
                        stack,
                        "PUT",
                        "/v1/applications/" + application,
                        JSON.createObjectNode().put("label", "Benchmark"))
                .path("test_users");
        var user = StreamSupport.stream(users.spliterator(), false)
                .filter(one -> one.path("bank").asText().equals(BANK)
                        && one.path("kind").asText().equals("AUTHORIZER"))
                .findFirst()
                .orElseThrow(() -> new IOException("No test user at " + BANK + " among " + users));
        var credentials = JSON.createObjectNode();
        credentials
                .putObject("credentials")
                .put("user_name", user.path("user_name").asText())
                .put("password", user.path("password").asText());
        ask(stack, "POST", ROOT + "/sessions", credentials);
        ask(stack, "POST", ROOT + "/holds", credentials);
        var accounts = ask(stack, "POST", ROOT + "/accounts", credentials).path("accounts");
        var known = ask(
                stack,
                "POST",
                ROOT + "/beneficiaries/BENCH" + application.toString().replace("-", ""),
                credentials.deepCopy().put("name", payee).put("iban", iban));
        return new SandboxAccount(
                user.path("user_name").asText(),
                user.path("password").asText(),
                accounts.path(0).path("id").asText(),
                known.path("bank_id").asText());
    }

    /** Another test user of the same company who may authorize; nothing of it is connected yet. */
    static SandboxAccount another(RunningStack stack, UUID application) throws IOException, InterruptedException {
        var users = ask(
                        stack,
                        "PUT",
                        "/v1/applications/" + application,
                        JSON.createObjectNode().put("label", "Benchmark"))
                .path("test_users");
        var user = StreamSupport.stream(users.spliterator(), false)
                .filter(one -> one.path("bank").asText().equals(BANK)
                        && one.path("kind").asText().equals("AUTHORIZER"))
                .skip(1)
                .findFirst()
                .orElseThrow(() -> new IOException("No second test user at " + BANK + " among " + users));
        return new SandboxAccount(
                user.path("user_name").asText(), user.path("password").asText(), "", "");
    }

    /** How long the bank takes to release one order after a code. */
    static void pace(RunningStack stack, Duration each) throws IOException, InterruptedException {
        ask(
                stack,
                "PUT",
                "/admin/settings",
                stack.get("stack.sandbox-bank.admin-key"),
                JSON.createObjectNode().put("authorization_pace", each.toString()));
    }

    /** The credentials as the product seals them. */
    String credentials() throws IOException {
        return JSON.writeValueAsString(
                JSON.createObjectNode().put("userName", userName).put("password", password));
    }

    private static JsonNode ask(RunningStack stack, String method, String path, ObjectNode body)
            throws IOException, InterruptedException {
        return ask(stack, method, path, stack.get("sarf.bank.sandbox.key"), body);
    }

    private static JsonNode ask(RunningStack stack, String method, String path, String key, ObjectNode body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(stack.get("sarf.bank.sandbox.url") + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.toString()))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
