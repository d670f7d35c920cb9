package io.sarf.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bank in a process of its own that answers each call about orders after five milliseconds, any number of them at once. It
 * speaks the sandbox bank's protocol, keeps its orders in memory and accepts every order.
 */
final class QuickBank implements AutoCloseable {
    static final int MILLISECONDS = 5;

    private static final String ROOT = "/v1/banks/" + SandboxAccount.BANK;

    private final Process process;
    private final URI address;

    private QuickBank(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static QuickBank start() throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        QuickBank.class.getName())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        Path.of("target/bench-bank.log").toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var port = output.readLine();
        if (port == null) {
            throw new IOException("The bank has ended; see target/bench-bank.log");
        }
        return new QuickBank(process, URI.create("http://127.0.0.1:" + port));
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** Prints its port and serves until it is ended. */
    public static void main(String[] arguments) {
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        var references = ConcurrentHashMap.<String>newKeySet();
        var numbers = new AtomicInteger();
        vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(request -> request.body().onSuccess(body -> {
                    var path = request.path();
                    if (path.equals("/v1/banks")) {
                        answer(request, banks());
                    } else if (path.equals(ROOT + "/changes")) {
                        var after = request.getParam("after", "");
                        answer(
                                request,
                                new JsonObject().put("changes", new JsonArray()).put("next", after));
                    } else if (path.equals(ROOT + "/authorizations")) {
                        later(vertx, request, accepted(body.toJsonObject().getJsonArray("references")));
                    } else if (path.startsWith(ROOT + "/orders/")) {
                        var reference = path.substring(path.lastIndexOf('/') + 1);
                        if (request.method().name().equals("POST")) {
                            references.add(reference);
                            later(vertx, request, taken(reference, body.toJsonObject(), numbers.incrementAndGet()));
                        } else {
                            later(vertx, request, status(reference, references.contains(reference)));
                        }
                    } else {
                        request.response().setStatusCode(404).end("{}");
                    }
                }))
                .listen()
                .onSuccess(server -> System.out.println(server.actualPort()))
                .onFailure(failure -> System.exit(1));
    }

    private static void later(Vertx vertx, HttpServerRequest request, JsonObject body) {
        vertx.setTimer(MILLISECONDS, timer -> answer(request, body));
    }

    private static void answer(HttpServerRequest request, JsonObject body) {
        if (!request.response().closed()) {
            request.response().putHeader("Content-Type", "application/json").end(body.toBuffer());
        }
    }

    private static JsonObject taken(String reference, JsonObject order, int number) {
        return new JsonObject()
                .put("answer", "taken")
                .put("bank_id", "ord-" + number)
                .put("reference", reference)
                .put("amount", order.getString("amount"))
                .put("currency", order.getString("currency"));
    }

    private static JsonObject accepted(JsonArray references) {
        var results = new JsonArray();
        references.forEach(reference -> results.add(new JsonObject()
                .put("reference", reference)
                .put("result", "accepted")
                .put("bank_reference", "BANK-" + reference)));
        return new JsonObject().put("answer", "done").put("results", results);
    }

    private static JsonObject status(String reference, boolean known) {
        var status = new JsonObject().put("reference", reference).put("bank_reference", "BANK-" + reference);
        return known
                ? status.put("status", "accepted")
                : status.put("status", "not_known").put("guaranteed", false);
    }

    private static JsonObject banks() {
        return new JsonObject()
                .put(
                        "banks",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("identifier", SandboxAccount.BANK)
                                        .put("name", "Quick Bank")
                                        .put("arabic_name", "Quick Bank")
                                        .put("country", "ARE")
                                        .put("currency", "AED")
                                        .put("swift_code", "QUICAEAD")
                                        .put("logo", "/logo.svg")
                                        .put("main_color", "#000000")
                                        .put("background_color", "#ffffff")
                                        .put("type", "SME")
                                        .put("min", "1")
                                        .put("max", "1000000")
                                        .put("horizon", "PT60S")));
    }
}
