package io.sarf.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A company's back end.
 *
 * @param body of a call that creates one payout
 */
record Caller(String token, String body) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static Caller withToken(StartedProduct product, UUID application, String secret, String body)
            throws IOException, InterruptedException {
        var form = "grant_type=client_credentials&scope=api&client_id=" + application + "&client_secret="
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(at(product, "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        var answer = CLIENT.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("No token: " + answer.body());
        }
        return new Caller(answer.body().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1"), body);
    }

    /** One call outside of any round. */
    void payOnce(StartedProduct product) throws IOException, InterruptedException {
        post(product, "/payouts/v1/payment", body);
    }

    String post(StartedProduct product, String path, String json) throws IOException, InterruptedException {
        return answered(
                path,
                HttpRequest.newBuilder(at(product, path))
                        .header("Content-Type", "application/json")
                        .header("idempotency-key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(json)));
    }

    String get(StartedProduct product, String path) throws IOException, InterruptedException {
        return answered(path, HttpRequest.newBuilder(at(product, path)));
    }

    private String answered(String path, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                CLIENT.send(request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static URI at(StartedProduct product, String path) {
        return URI.create("http://127.0.0.1:" + product.port() + path);
    }
}
