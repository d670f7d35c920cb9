package io.sarf.payouts.story;

import io.sarf.development.RunningStack;
import io.sarf.testing.AsDocumented;
import io.sarf.testing.Eventually;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The packaged product in a process of its own that a test may kill. */
final class Product implements AutoCloseable {
    /** On a machine with nothing else to do it takes a tenth of this. */
    private static final Duration START = Duration.ofMinutes(2);

    private final Process process;
    private final int port;

    private Product(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static Product start(RunningStack stack, int port, String... options) throws IOException {
        return healthy(starting(stack, port, options));
    }

    /** The same by its jar, without the start script. */
    static Product startJar(RunningStack stack, int port) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return healthy(new Product(process(List.of(java), stack, port, "-jar", "target/sarf/sarf.jar"), port));
    }

    private static Product healthy(Product product) {
        AsDocumented.everywhere();
        Eventually.get(
                "product on port " + product.port,
                START,
                () -> product.healthy() ? Optional.of(true) : Optional.empty());
        return product;
    }

    /** Waits for nothing: it may not come up at all. */
    static Product starting(RunningStack stack, int port, String... options) throws IOException {
        return new Product(process(List.of("target/sarf/sarf"), stack, port, options), port);
    }

    /** Starts it once and keeps its classes, as an operator does on each machine; ends by itself. */
    static Process archiving(RunningStack stack, int port) throws IOException {
        return process(List.of("target/sarf/sarf", "archive"), stack, port);
    }

    /** The start script with options, as an operator calls it; under the test profile unless one names another. */
    private static Process process(List<String> program, RunningStack stack, int port, String... options)
            throws IOException {
        List<String> command = new ArrayList<>(program);
        command.add("-Dquarkus.profile=test");
        stack.configuration().forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-Dquarkus.http.host=127.0.0.1");
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dsarf.public-url=http://localhost:" + port);
        command.add("-Dsarf.payouts.sandbox-enabled-by-default=true");
        // Of two for the same setting the last one counts.
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target/started-product.log").toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    String host() {
        return "http://localhost:" + port;
    }

    /** kill -9: no handler runs, nothing is flushed. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM: it ends when it has answered what it has taken. */
    void terminate() {
        process.destroy();
    }

    /** What it has ended with, once it has. */
    int exit() throws InterruptedException {
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The product on port " + port + " still runs");
        }
        return process.exitValue();
    }

    boolean healthy() {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                    .build();
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
