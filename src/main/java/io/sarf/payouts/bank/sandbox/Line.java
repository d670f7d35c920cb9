package io.sarf.payouts.bank.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Sends each call once, without retries. The time limit covers the whole call with its body. */
final class Line {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final long MOST_BYTES = 4L << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI bank;
    private final String key;
    private final Duration patience;

    Line(URI bank, String key, Duration patience) {
        this.bank = bank;
        this.key = key;
        this.patience = patience;
    }

    Duration patience() {
        return patience;
    }

    URI address(String path) {
        return bank.resolve(path);
    }

    BankReply get(String path) {
        return call(request(path).GET());
    }

    BankReply delete(String path) {
        return call(request(path).DELETE());
    }

    BankReply post(String path, JsonNode body) {
        return post(path, body, Duration.ZERO);
    }

    /** @param longer than other calls */
    BankReply post(String path, JsonNode body, Duration longer) {
        var wait = patience.plus(longer);
        return call(request(path, wait).POST(BodyPublishers.ofString(body.toString())), wait);
    }

    CompletionStage<BankReply> startPost(String path, JsonNode body) {
        return send(request(path).POST(BodyPublishers.ofString(body.toString())));
    }

    CompletionStage<BankReply> startGet(String path) {
        return send(request(path).GET());
    }

    BankReply put(String path, JsonNode body) {
        return call(request(path).PUT(BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return request(path, patience);
    }

    private HttpRequest.Builder request(String path, Duration wait) {
        return HttpRequest.newBuilder(address(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .timeout(wait);
    }

    private BankReply call(HttpRequest.Builder request) {
        return call(request, patience);
    }

    private BankReply call(HttpRequest.Builder request, Duration wait) {
        var answer = send(request, wait).toCompletableFuture();
        try {
            return answer.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new BankReply.Lost();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private CompletionStage<BankReply> send(HttpRequest.Builder request) {
        return send(request, patience);
    }

    private CompletionStage<BankReply> send(HttpRequest.Builder request, Duration wait) {
        CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(request.build(), Line::body);
        return sent.thenApply(Line::answer)
                .exceptionally(
                        failure -> beforeAnythingLeft(failure) ? new BankReply.NeverSent() : new BankReply.Lost())
                .completeOnTimeout(new BankReply.Lost(), wait.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, failure) -> sent.cancel(true));
    }

    private static BankReply answer(HttpResponse<byte[]> response) {
        try {
            return new BankReply.Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException notTheBank) {
            return new BankReply.Lost();
        }
    }

    /** Drops an oversized body, which then fails to parse. */
    private static HttpResponse.BodySubscriber<byte[]> body(HttpResponse.ResponseInfo head) {
        long length = head.headers().firstValueAsLong("Content-Length").orElse(Long.MAX_VALUE);
        return length <= MOST_BYTES ? BodySubscribers.ofByteArray() : BodySubscribers.replacing(new byte[0]);
    }

    private static boolean beforeAnythingLeft(Throwable failure) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    }
}
