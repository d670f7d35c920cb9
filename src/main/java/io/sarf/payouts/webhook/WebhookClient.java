package io.sarf.payouts.webhook;

import io.sarf.payouts.application.Environment;
import io.sarf.payouts.webhook.DeliveryOutcome.Failure;
import io.sarf.payouts.webhook.Targets.Target;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/**
 * Connects to the checked address; the name stays in the Host header and the certificate check, which the JDK's client
 * cannot do. Each attempt has its own connection, so that none reuses one that was checked long ago.
 */
@ApplicationScoped
class WebhookClient {
    static final Duration LIMIT = Duration.ofSeconds(10);
    static final int RESPONSE_MAX = 10 * 1024;
    private static final int HEADERS_MAX = 4_000;

    private record Answer(HttpClientResponse head, Buffer body) {}

    private final Targets targets;
    private final ExecutorService workers;
    private final Clock clock;
    private final HttpClient client;
    private final Duration limit;

    @Inject
    WebhookClient(Targets targets, ExecutorService workers, Clock clock, Vertx vertx) {
        this(targets, workers, clock, vertx, new HttpClientOptions(), LIMIT);
    }

    WebhookClient(
            Targets targets,
            ExecutorService workers,
            Clock clock,
            Vertx vertx,
            HttpClientOptions options,
            Duration limit) {
        this.targets = targets;
        this.workers = workers;
        this.clock = clock;
        this.limit = limit;
        this.client = vertx.createHttpClient(options.setKeepAlive(false)
                .setMaxPoolSize(1_024)
                .setConnectTimeout((int) limit.toMillis())
                .setMaxHeaderSize(16 * 1024));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Sends; completes within ten seconds and never exceptionally. */
    CompletableFuture<DeliveryOutcome> deliver(
            String url, Environment environment, Map<String, String> headers, byte[] body) {
        var started = clock.instant();
        return CompletableFuture.supplyAsync(() -> admitted(url, environment), workers)
                .thenCompose(target -> post(target, headers, body, limit.minus(since(started))))
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .handle((answer, fault) -> fault == null
                        ? outcome(answer, since(started))
                        : DeliveryOutcome.failed(failure(fault), since(started)));
    }

    private Target admitted(String url, Environment environment) {
        try {
            return targets.admit(url, environment);
        } catch (UrlRefused e) {
            throw new CompletionException(e);
        }
    }

    private CompletableFuture<Answer> post(Target target, Map<String, String> headers, byte[] body, Duration left) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        target.port(), target.address().getHostAddress()))
                .setHost(target.uri().getHost())
                .setPort(target.port())
                .setSsl(target.secure())
                .setURI(target.request())
                .setFollowRedirects(false);
        headers.forEach(options::putHeader);
        var answer = new CompletableFuture<Answer>().orTimeout(Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS);
        client.request(options)
                .onFailure(answer::completeExceptionally)
                .onSuccess(request -> send(request, body, answer));
        return answer;
    }

    private static void send(HttpClientRequest request, byte[] body, CompletableFuture<Answer> answer) {
        if (answer.isDone()) {
            request.reset();
            return;
        }
        // Resets the request however the answer ends; the rest of the response is not read.
        var reset = answer.whenComplete((done, fault) -> request.reset());
        request.exceptionHandler(answer::completeExceptionally);
        request.response().onFailure(answer::completeExceptionally).onSuccess(head -> receive(head, answer));
        request.end(Buffer.buffer(body)).onFailure(answer::completeExceptionally);
    }

    private static void receive(HttpClientResponse head, CompletableFuture<Answer> answer) {
        var read = Buffer.buffer();
        head.exceptionHandler(answer::completeExceptionally);
        head.endHandler(end -> answer.complete(new Answer(head, read)));
        head.handler(part -> {
            read.appendBuffer(part, 0, Math.min(part.length(), RESPONSE_MAX - read.length()));
            if (read.length() == RESPONSE_MAX) {
                answer.complete(new Answer(head, read));
            }
        });
    }

    private DeliveryOutcome outcome(Answer answer, Duration took) {
        var headers = answer.head().headers().entries().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
        return new DeliveryOutcome(
                answer.head().statusCode(),
                null,
                headers.substring(0, Math.min(headers.length(), HEADERS_MAX)),
                new String(answer.body().getBytes(), StandardCharsets.UTF_8),
                took,
                RetrySchedule.retryAfter(answer.head().getHeader("retry-after"), clock.instant()));
    }

    private static Failure failure(Throwable fault) {
        var cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        if (cause instanceof UrlRefused refused) {
            return refused.fault() == UrlRefused.Fault.UNKNOWN_HOST ? Failure.UNKNOWN_HOST : Failure.ADDRESS_REFUSED;
        }
        if (cause instanceof TimeoutException || cause instanceof io.netty.channel.ConnectTimeoutException) {
            return Failure.TIMEOUT;
        }
        return cause instanceof SSLException ? Failure.TLS : Failure.CONNECTION;
    }

    private Duration since(Instant started) {
        return Duration.between(started, clock.instant());
    }
}
