package io.sarf.payouts.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sarf.testing.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.ToIntFunction;

/** A client's back end on this machine: keeps what it is sent, and answers what the test says. */
final class Receiver implements AutoCloseable {
    /** @param path of the request: one receiver can stand for many */
    record Received(String path, String event, String lean, List<String> standard, String body) {}

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /** @param answer the status to each request; may take its time */
    Receiver(ToIntFunction<Received> answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            var one = read(exchange);
            received.add(one);
            exchange.sendResponseHeaders(answer.applyAsInt(one), -1);
            exchange.close();
        });
        server.start();
    }

    String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** The next request there is, in the order they came. */
    Received await() {
        return Eventually.get("webhook", () -> Optional.ofNullable(received.poll()));
    }

    /** Whatever came and was not awaited. */
    List<Received> rest() {
        return List.copyOf(received);
    }

    private static Received read(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        return new Received(
                exchange.getRequestURI().getPath(),
                headers.getFirst("webhook-id"),
                headers.getFirst("lean-signature"),
                List.of(headers.getFirst("webhook-signature").split(" ")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
