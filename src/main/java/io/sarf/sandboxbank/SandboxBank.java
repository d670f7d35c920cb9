package io.sarf.sandboxbank;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

public final class SandboxBank implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final long BODY_BYTES = 1L << 20;
    private static final long SETTLING_INTERVAL_MS = 250;
    private static final Logger LOG = Logger.getLogger(SandboxBank.class.getName());

    final Bank bank;
    private final Vertx vertx;
    private final HttpServer server;

    private SandboxBank(Bank bank, Vertx vertx, HttpServer server) {
        this.bank = bank;
        this.vertx = vertx;
        this.server = server;
    }

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        SandboxBank started = start(SandboxBankSettings.from(System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(started::close, "close"));
        System.out.println("Sandbox bank ready on " + started.address());
    }

    /** Returns once the bank serves. Listens on the loopback address only. */
    public static SandboxBank start(SandboxBankSettings settings) {
        var bank = new Bank(settings);
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setWorkerPoolSize(32)
                .setEventLoopPoolSize(2)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        Router router = Router.router(vertx);
        router.route()
                .method(HttpMethod.POST)
                .method(HttpMethod.PUT)
                .handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES));
        router.get("/health").handler(context -> context.response().end("up"));
        for (SimulatedBank played : SimulatedBank.values()) {
            router.get("/logos/" + played.name() + ".svg")
                    .handler(context -> context.response()
                            .putHeader("Content-Type", "image/svg+xml")
                            .putHeader("Cache-Control", "public, max-age=86400")
                            .end(played.logo()));
        }
        var api = new ApiHandler(vertx, router, settings.key(), bank.faults);
        new ProductApi(bank).open(api);
        new TestUserApi(bank.testUsers, bank.timeLapse).open(api);
        new AdminApi(bank).open(new ApiHandler(vertx, router, settings.adminKey(), bank.faults));
        new Portal(vertx, bank).open(router);
        HttpServer server = await(
                vertx.createHttpServer(new HttpServerOptions().setHost(LOOPBACK).setPort(settings.port()))
                        .requestHandler(router)
                        .listen()
                        .toCompletionStage()
                        .toCompletableFuture());
        if (settings.settlesByItself()) {
            settleNext(vertx, bank);
        }
        return new SandboxBank(bank, vertx, server);
    }

    /** Schedules the next round after this one, so that rounds never overlap. */
    private static void settleNext(Vertx vertx, Bank bank) {
        vertx.setTimer(
                SETTLING_INTERVAL_MS,
                timer -> vertx.executeBlocking(bank.settling::settleDue, false)
                        .onFailure(
                                failure -> LOG.log(Level.WARNING, "Settling failed and will be tried again", failure))
                        .onComplete(round -> settleNext(vertx, bank)));
    }

    public int port() {
        return server.actualPort();
    }

    public String address() {
        return "http://" + LOOPBACK + ":" + port();
    }

    /** Stops at once: cuts connections and loses uncommitted work. */
    @Override
    public void close() {
        try {
            await(vertx.close().toCompletionStage().toCompletableFuture());
        } finally {
            bank.close();
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("The sandbox bank could not start or stop", failure);
        }
    }
}
