package io.sarf.bench;

import io.sarf.development.RunningStack;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The package in a process of its own, under the production profile. */
final class StartedProduct implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** A node that answers and leaves all that happens later to others. */
    static final List<String> ANSWERS_ONLY = List.of("-Dquarkus.scheduler.enabled=false", "-Dsarf.nudges=false");

    private final Process process;
    private final int port;

    private StartedProduct(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param settings more than the stack's, the only place where they are added */
    static StartedProduct start(RunningStack stack, List<String> settings) throws IOException, InterruptedException {
        return start(Path.of(""), stack, settings);
    }

    /** @param checkout the folder whose package is started */
    static StartedProduct start(Path checkout, RunningStack stack, List<String> settings)
            throws IOException, InterruptedException {
        var port = freePort();
        var command =
                new ArrayList<>(List.of(checkout.resolve("target/sarf/sarf").toString()));
        stack.configuration().forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-Dquarkus.http.host=127.0.0.1");
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dsarf.public-url=http://localhost:" + port);
        // One application makes all the calls, and more of them than one may make.
        command.add("-Dsarf.api.calls-per-minute=100000000");
        command.addAll(settings);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target/bench-product.log").toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("SARF_JAVA_OPTIONS", Recording.FROM_THE_START);
        var product = new StartedProduct(builder.start(), port);
        Runtime.getRuntime().addShutdownHook(new Thread(product.process::destroyForcibly));
        product.awaitReady();
        return product;
    }

    int port() {
        return port;
    }

    /** Its Java process: the start script has become it. */
    long pid() {
        return process.pid();
    }

    /** Processor time it has used so far, all threads together. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void awaitReady() throws IOException, InterruptedException {
        var client = HttpClient.newHttpClient();
        var ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .build();
        var end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                throw new IOException("The product has ended; see target/bench-product.log");
            }
            try {
                if (client.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                continue;
            }
        }
        throw new IOException("The product is not ready after " + LIMIT);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
