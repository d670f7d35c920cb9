package io.sarf.payouts.story;

import io.sarf.testing.Eventually;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The way from the product to the bank, real HTTP; everything passes but one call that a test waits for. While it is on its way or
 * held, no other call passes: another answer of the bank could say what became of it.
 */
final class CallsOnHold implements AutoCloseable {
    enum Where {
        BEFORE_THE_BANK,
        AFTER_THE_BANK
    }

    /** A call that is held from the moment it comes by until {@link #goesOn} or for ever. */
    static final class Held {
        private final Predicate<String> which;
        private final Where where;
        private final CompletableFuture<String> arrived = new CompletableFuture<>();
        private final Promise<Void> released = Promise.promise();
        private final Promise<Void> others = Promise.promise();

        private Held(Predicate<String> which, Where where) {
            this.which = which;
            this.where = where;
        }

        void await() {
            Eventually.holds("call that is held", arrived::isDone);
        }

        void goesOn() {
            released.tryComplete();
            othersPass();
        }

        /** It stays where it is. */
        void othersPass() {
            others.tryComplete();
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final HttpServer server;
    private final URI bank;
    private final Set<Future<?>> passing = new HashSet<>();
    private volatile @Nullable Held next;
    private Future<Void> way = Future.succeededFuture();

    CallsOnHold(URI bank) throws Exception {
        this.bank = bank;
        this.server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(this::carry)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    String address() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** @param which is shown method, path and body */
    Held hold(Predicate<String> which, Where where) {
        var held = new Held(which, where);
        next = held;
        return held;
    }

    private void carry(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            var name = request.method() + " " + request.uri() + " " + body;
            var done = Promise.<Void>promise();
            var mine = take(name, done.future());
            var held = mine.held();
            mine.free()
                    .compose(free -> held != null && held.where == Where.BEFORE_THE_BANK
                            ? stop(held, name)
                            : Future.succeededFuture())
                    .compose(passed -> pass(request, body))
                    .compose(answer -> answer.body()
                            .compose(content -> held != null && held.where == Where.AFTER_THE_BANK
                                    ? stop(held, name).map(content)
                                    : Future.succeededFuture(content))
                            .onSuccess(content -> answered(request, answer, content)))
                    .onFailure(cut -> request.connection().close())
                    .onComplete(end -> over(done));
        });
    }

    /** @param free when the call may pass */
    private record Taken(@Nullable Held held, Future<?> free) {}

    private synchronized Taken take(String name, Future<?> done) {
        var held = next;
        if (held == null || !held.which.test(name)) {
            passing.add(done);
            return new Taken(null, way);
        }
        next = null;
        way = held.others.future();
        return new Taken(held, passing.isEmpty() ? Future.succeededFuture() : Future.join(List.copyOf(passing)));
    }

    private synchronized void over(Promise<Void> done) {
        passing.remove(done.future());
        done.tryComplete();
    }

    private static Future<Void> stop(Held held, String name) {
        held.arrived.complete(name);
        return held.released.future();
    }

    private Future<HttpClientResponse> pass(HttpServerRequest request, Buffer body) {
        var options = new RequestOptions()
                .setHost(bank.getHost())
                .setPort(bank.getPort())
                .setURI(request.uri())
                .setMethod(request.method());
        request.headers().forEach(header -> {
            if (!header.getKey().equalsIgnoreCase("host") && !header.getKey().equalsIgnoreCase("content-length")) {
                options.putHeader(header.getKey(), header.getValue());
            }
        });
        return client.request(options).compose(sent -> sent.send(body));
    }

    private static void answered(HttpServerRequest request, HttpClientResponse answer, Buffer content) {
        if (!request.response().closed()) {
            request.response()
                    .setStatusCode(answer.statusCode())
                    .putHeader("Content-Type", String.valueOf(answer.getHeader("Content-Type")))
                    .end(content);
        }
    }

    @Override
    public void close() {
        vertx.close();
    }
}
