package io.sarf.payouts.story;

import io.sarf.development.Effort;
import io.sarf.development.RunningStack;
import io.sarf.testing.AsDocumented;
import io.sarf.testing.Eventually;
import java.io.File;
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

/** The packaged product in a process of its own that a test may kill. */
final class Product implements AutoCloseable {
    private static final File ARCHIVE = new File("target/sarf/sarf.jsa");
    private static final Path LOG = Path.of("target/started-product.log");

    /** It is given up when it has neither worked nor written anything for so long. */
    private static final Duration STILL = Duration.ofMinutes(2);

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
                STILL,
                product::effort,
                () -> product.healthy() || !product.process.isAlive() ? Optional.of(true) : Optional.empty());
        if (!product.process.isAlive()) {
            throw new AssertionError("The product on port " + product.port + " ended with "
                    + product.process.exitValue() + " instead of starting; see " + LOG);
        }
        return product;
    }

    /** Waits for nothing: it may not come up at all. */
    static Product starting(RunningStack stack, int port, String... options) throws IOException {
        archive(stack);
        return new Product(process(List.of("target/sarf/sarf"), stack, port, options), port);
    }

    /** Starts it once and keeps its classes, as an operator does on each machine; ends by itself. */
    static Process archiving(RunningStack stack, int port) throws IOException {
        return process(List.of("target/sarf/sarf", "archive"), stack, port);
    }

    /** As an operator does it: all later starts of this build take their classes from there. */
    private static synchronized void archive(RunningStack stack) throws IOException {
        if (ARCHIVE.lastModified() < Path.of("target/sarf/sarf.jar").toFile().lastModified()) {
            ended(archiving(stack, freePort()));
        }
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
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // It lives for a minute or two, beside a browser and the servers.
        builder.environment().put("SARF_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        return builder.start();
    }

    /** What can be seen of its work. */
    Effort effort() {
        return Effort.of(process.toHandle(), LOG);
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

    /** What a process of the product has ended with, once it has. */
    static int ended(Process process) {
        return Eventually.ended("product, process " + process.pid() + ",", process, LOG);
    }

    /** What it has ended with, once it has. */
    int exit() {
        return ended(process);
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
