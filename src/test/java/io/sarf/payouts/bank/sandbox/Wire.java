package io.sarf.payouts.bank.sandbox;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The network between product and bank: real HTTP through it, and what it does to the next request is said before. */
public final class Wire implements AutoCloseable {
    /** What becomes of a request. */
    public enum Fate {
        /** It and its answer pass. */
        PASSED,
        /** It never arrives, and the connection is cut. */
        LOST,
        /** It arrives; the connection is cut before the answer. */
        CUT,
        /** The connection is cut now; the request arrives some other time. */
        LATE,
        /** It arrives, its answer passes, and a copy of it arrives some other time. */
        COPIED,
        /** It arrives, and something on the way answers 502 in the bank's place. */
        SPOILT
    }

    private record Sent(HttpMethod method, String path, Map<String, String> headers, Buffer body) {}

    private static final int SECONDS = 30;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final HttpServer server;
    private final Deque<Sent> underWay = new ArrayDeque<>();
    private volatile @Nullable URI bank;
    private volatile Fate next = Fate.PASSED;

    Wire(URI bank) {
        this.bank = bank;
        this.server = await(vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(this::carry)
                .listen());
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    /** Where the bank is now; null while it is nowhere. */
    void leadsTo(@Nullable URI moved) {
        bank = moved;
    }

    /** Of the next request alone. */
    public void next(Fate fate) {
        next = fate;
    }

    /** How many requests, or copies of them, have yet to arrive. */
    public int underWay() {
        synchronized (underWay) {
            return underWay.size();
        }
    }

    /** What was sent longest ago, or last, arrives. */
    public void arrive(boolean oldest) {
        Sent sent;
        synchronized (underWay) {
            sent = oldest ? underWay.pollFirst() : underWay.pollLast();
        }
        if (sent != null && bank != null) {
            await(pass(sent)
                    .compose(io.vertx.core.http.HttpClientResponse::body)
                    .otherwiseEmpty());
        }
    }

    private void carry(HttpServerRequest request) {
        var fate = next;
        next = Fate.PASSED;
        request.body().onSuccess(body -> {
            var headers = new java.util.HashMap<String, String>();
            request.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
            headers.keySet().removeIf(name -> name.equalsIgnoreCase("host") || name.equalsIgnoreCase("content-length"));
            var sent = new Sent(request.method(), request.uri(), headers, body);
            if (fate == Fate.LATE || fate == Fate.COPIED) {
                synchronized (underWay) {
                    underWay.add(sent);
                }
            }
            if (fate == Fate.LOST || fate == Fate.LATE || bank == null) {
                request.connection().close();
                return;
            }
            pass(sent)
                    .compose(answer -> answer.body().map(content -> {
                        if (fate == Fate.CUT) {
                            request.connection().close();
                        } else if (fate == Fate.SPOILT) {
                            request.response().setStatusCode(502).end("<html>Bad gateway</html>");
                        } else {
                            request.response()
                                    .setStatusCode(answer.statusCode())
                                    .putHeader("Content-Type", "application/json")
                                    .end(content);
                        }
                        return content;
                    }))
                    .onFailure(cut -> request.connection().close());
        });
    }

    private Future<io.vertx.core.http.HttpClientResponse> pass(Sent sent) {
        var to = java.util.Objects.requireNonNull(bank);
        var options = new RequestOptions()
                .setHost(to.getHost())
                .setPort(to.getPort())
                .setURI(sent.path())
                .setMethod(sent.method());
        sent.headers().forEach(options::putHeader);
        return client.request(options).compose(request -> request.send(sent.body()));
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("The wire is broken", failure);
        }
    }
}
