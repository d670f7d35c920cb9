package io.sarf.payouts.webhook;

import static io.sarf.payouts.application.Environment.SANDBOX;
import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.payouts.webhook.DeliveryOutcome.Failure;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.JksOptions;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server on this machine that presents a certificate for {@code hooks.example.test}. */
class WebhookClientTest {
    /** Of a receiver that answers, on a machine that may be busy. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String NAME = "hooks.example.test";
    private static final byte[] BODY = "{\"name\":\"متجر\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path directory;

    private static Vertx vertx;
    private static ExecutorService workers;
    private static JksOptions certificate;

    @BeforeAll
    static void start() throws Exception {
        vertx = Vertx.vertx();
        workers = Executors.newFixedThreadPool(2);
        var store = directory.resolve("server.jks").toString();
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        store,
                        "-storetype",
                        "JKS",
                        "-storepass",
                        "password",
                        "-keypass",
                        "password",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + NAME,
                        "-ext",
                        "san=dns:" + NAME)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        certificate = new JksOptions().setPath(store).setPassword("password");
    }

    @AfterAll
    static void stop() {
        workers.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void connects_to_the_checked_number_and_keeps_the_name_for_host_header_sni_and_certificate() throws Exception {
        var seen = new CompletableFuture<List<String>>();
        var port = tlsServer(request -> request.body().onSuccess(body -> {
            seen.complete(List.of(
                    request.method() + " " + request.uri(),
                    String.valueOf(request.getHeader("host")),
                    String.valueOf(request.connection().indicatedServerName()),
                    String.valueOf(request.getHeader("lean-signature")),
                    body.toString()));
            request.response().end("thank you");
        }));

        var outcome = deliver("https://" + NAME + ":" + port + "/hook?a=%20b", PATIENCE);

        assertThat(outcome.failure()).isNull();
        assertThat(outcome.delivered()).isTrue();
        assertThat(outcome.body()).isEqualTo("thank you");
        assertThat(seen.join())
                .containsExactly(
                        "POST /hook?a=%20b",
                        NAME + ":" + port, NAME, "sha512=abc", new String(BODY, StandardCharsets.UTF_8));
    }

    @Test
    void a_certificate_for_another_name_is_refused() {
        var port = tlsServer(request -> request.response().end());

        var outcome = deliver("https://other.example.test:" + port + "/", PATIENCE);

        assertThat(outcome.status()).isNull();
        assertThat(outcome.failure()).isEqualTo(Failure.TLS);
    }

    @Test
    void only_200_counts() {
        var created =
                deliver(server(request -> request.response().setStatusCode(201).end()));
        var moved = deliver(server(request -> request.response()
                .setStatusCode(302)
                .putHeader("location", "http://localhost/")
                .end()));
        var busy = deliver(server(request -> request.response()
                .setStatusCode(503)
                .putHeader("retry-after", "120")
                .end()));
        var gone =
                deliver(server(request -> request.response().setStatusCode(410).end()));

        assertThat(List.of(created, moved, busy, gone)).noneMatch(DeliveryOutcome::delivered);
        assertThat(moved.status()).isEqualTo(302);
        assertThat(busy.retryAfter()).isEqualTo(Duration.ofMinutes(2));
        assertThat(gone.gone()).isTrue();
    }

    @Test
    void reads_ten_kilobytes_of_an_answer_and_no_more() {
        var outcome = deliver(server(request -> request.response().end(Buffer.buffer(new byte[5_000_000]))));

        assertThat(outcome.delivered()).isTrue();
        assertThat(outcome.body()).hasSize(WebhookClient.RESPONSE_MAX);
    }

    @Test
    void gives_up_on_a_server_that_says_nothing_and_on_one_that_never_ends() {
        var limit = Duration.ofMillis(700);
        var silent = deliver("http://localhost:" + server(request -> {}) + "/", limit);
        var endless = deliver(
                "http://localhost:"
                        + server(request -> {
                            request.response().setChunked(true).write("x");
                        })
                        + "/",
                limit);

        assertThat(silent.failure()).isEqualTo(Failure.TIMEOUT);
        assertThat(endless.failure()).isEqualTo(Failure.TIMEOUT);
        assertThat(silent.took()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void says_when_there_is_nobody_or_the_address_is_refused() {
        assertThat(deliver(1).failure()).isEqualTo(Failure.CONNECTION);
        assertThat(deliver("http://hooks.example.com/", PATIENCE).failure()).isEqualTo(Failure.ADDRESS_REFUSED);
    }

    private static DeliveryOutcome deliver(int port) {
        return deliver("http://localhost:" + port + "/", PATIENCE);
    }

    private static DeliveryOutcome deliver(String url, Duration limit) {
        var names = new Targets(
                true, host -> List.of(InetAddress.getByName(host.endsWith(".com") ? "93.184.216.34" : "127.0.0.1")));
        var options = new HttpClientOptions().setTrustOptions(certificate);
        var courier = new WebhookClient(names, workers, Clock.systemUTC(), vertx, options, limit);
        return courier.deliver(url, SANDBOX, Map.of("lean-signature", "sha512=abc"), BODY)
                .join();
    }

    private static int server(Handler<HttpServerRequest> answer) {
        return listen(new HttpServerOptions(), answer);
    }

    private static int tlsServer(Handler<HttpServerRequest> answer) {
        return listen(new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(certificate), answer);
    }

    private static int listen(HttpServerOptions options, Handler<HttpServerRequest> answer) {
        return vertx.createHttpServer(options)
                .requestHandler(answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }
}
