package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.testing.Eventually;
import io.sarf.testing.StackResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Each command that the README and the documents name does what they say. What builds runs in a copy of the checkout: two
 * builds may not share one {@code target}.
 */
class DocumentedCommandsIT {
    private static final Pattern COMMAND = Pattern.compile(
            "(?m)(?:^|`)((?:\\./mvnw|java -(?:jar|cp)|target/sarf/sarf(?![.\\w])|sarf |npm |npx )[^`\\n]*)");
    private static final Pattern END_OF_COMMAND = Pattern.compile(" {2,}| #");
    private static final Pattern ADDRESS = Pattern.compile("`(/q/[a-z/]+)`");
    private static final Pattern PASSWORD = Pattern.compile("Password +(\\S+)");

    private static final List<String> TRIED_HERE = List.of(
            "./mvnw -Pbench verify",
            "./mvnw -Pbench verify -Dbench.options=-Dbench.only=neighbours",
            "./mvnw quarkus:dev",
            "./mvnw quarkus:dev -Dsarf.fresh",
            "java -jar target/sarf/sarf.jar",
            "target/sarf/sarf");

    private static final Map<String, String> TRIED_ELSEWHERE = Map.of(
            "sarf archive", "PackageIT",
            "target/sarf/sarf archive", "PackageIT",
            "java -jar sarf.jar verify-journal journal.jsonl --key <key>", "TeamIT",
            "java -jar sarf.jar verify-journal journal.jsonl --at-least earlier.jsonl", "TeamIT",
            "java -cp 'target/sandbox-bank.jar:target/sarf/sarf.jar:target/sarf/lib/*' io.sarf.sandboxbank.SandboxBank",
                    "BankProcess");

    /** What runs this test, or a part of that. */
    private static final List<String> THIS_BUILD = List.of(
            "./mvnw verify",
            "./mvnw -Pseeds verify",
            "./mvnw verify -DskipITs",
            "./mvnw process-test-classes",
            "./mvnw package -DskipTests",
            "./mvnw spotless:apply",
            "./mvnw test -Dtest=PayoutLifecycleTest",
            "./mvnw verify -Dit.test=PayoutStoryIT -Dtest=PayoutLifecycleTest",
            "./mvnw verify -Dit.test=TeamIT -Dsarf.pictures=true",
            "./mvnw verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=SeedsIT -Dsarf.seeds=10000",
            "./mvnw verify … -Dit.test=SeedsIT -Dsarf.seed=165");

    /** Node.js, or a look at what the network has today. */
    private static final List<String> BY_HAND = List.of("npm ", "npx ", "./mvnw versions:");

    /** The build that runs this test has compiled the same sources with all checks. */
    private static final String CHECKED_ALREADY = "-Dcompiler-checks.skip=true";

    private static final Path COPY = Path.of("target/copied-checkout");

    @BeforeAll
    static void copy() throws IOException {
        for (var part : List.of("pom.xml", "mvnw", "README.md", ".mvn", "src", "docs")) {
            delete(COPY.resolve(part));
            copy(Path.of(part));
        }
        // Maven leaves resources there that are no longer in the source.
        delete(COPY.resolve("target/classes"));
        // Servers are unpacked once: that is what takes the time.
        var servers = COPY.resolve("data/servers");
        Files.createDirectories(servers.getParent());
        if (!Files.exists(servers)) {
            Files.createSymbolicLink(servers, Path.of("data/servers").toAbsolutePath());
        }
    }

    @Test
    void every_command_of_the_documents_is_tried_or_listed_with_the_reason_why_not() throws IOException {
        var known = new TreeSet<>(TRIED_HERE);
        known.addAll(TRIED_ELSEWHERE.keySet());
        known.addAll(THIS_BUILD);

        assertThat(documented())
                .filteredOn(command -> BY_HAND.stream().noneMatch(command::startsWith))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void the_benchmark_goes_through_all_of_its_parts() throws Exception {
        var small = "-Dbench.options=-Dbench.rounds=1 -Dbench.seconds=2 -Dbench.warm-up=1 -Dbench.connections=2"
                + " -Dbench.threads=2 -Dbench.rate=2 -Dbench.rate-seconds=2 -Dbench.one-code=8 -Dbench.bulk-rows=20"
                + " -Dbench.neighbour-seconds=1 -Dbench.journal-rows=2000 -Dbench.steady-seconds=2"
                + " -Dbench.growth-rows=2000 -Dbench.growth-requests=2";
        try (var bench = start("bench", "-Pbench", "verify", small, CHECKED_ALREADY)) {
            assertThat(bench.awaitEnd()).contains("BUILD SUCCESS");
            assertThat(bench.exitValue()).isZero();
        }
        for (var page : List.of(
                "benchmarks.md",
                "benchmark-dispatch.md",
                "benchmark-one-code.md",
                "benchmark-neighbours.md",
                "benchmark-journal.md",
                "benchmark-steady.md",
                "benchmark-bulk.md",
                "benchmark-growth.md")) {
            assertThat(COPY.resolve("target").resolve(page)).isNotEmptyFile();
        }
    }

    @Test
    void development_says_what_it_waits_for_and_where_everything_is_starts_over_and_leaves_nothing() throws Exception {
        var first = developed("quarkus:dev");

        assertThat(developed("quarkus:dev", "-Dsarf.fresh")).isNotEqualTo(first);
    }

    /** Starts it, looks at it, ends it; the password of its representative. */
    private static String developed(String... words) throws Exception {
        var port = "-Dquarkus.http.port=" + Product.freePort();
        var all = new ArrayList<>(List.of(words));
        all.add(port);
        try (var development = start("development", all.toArray(String[]::new))) {
            var printed = development.awaitPrinted("Ctrl-C");
            assertThat(printed)
                    .contains("MariaDB ready after", "Keycloak ready after", "Sandbox bank ready after")
                    .doesNotContain("ERROR");
            var block = printed.substring(printed.indexOf("Sarf is ready"));
            assertThat(status(address(block, "Sarf is ready"))).isEqualTo(200);
            assertThat(status(address(block, "Mails"))).isEqualTo(200);
            development.interrupt();
            Eventually.get(
                    "end of all servers",
                    () -> CommandLine.running(COPY).isEmpty() ? Optional.of(true) : Optional.empty());
            var password = PASSWORD.matcher(block);
            assertThat(password.find()).isTrue();
            return password.group(1);
        }
    }

    @Test
    void health_and_metrics_answer_where_the_documents_say_by_script_and_by_jar() throws Exception {
        var addresses = ADDRESS.matcher(Files.readString(Path.of("docs/operations.md")))
                .results()
                .map(address -> address.group(1))
                .toList();
        assertThat(addresses).contains("/q/health/live", "/q/health/ready", "/q/health", "/q/metrics");
        try (var script = Product.start(StackResource.stack(), Product.freePort());
                var jar = Product.startJar(StackResource.stack(), Product.freePort())) {
            for (var host : List.of(script.host(), jar.host())) {
                for (var address : addresses) {
                    assertThat(status(host + address)).as(address).isEqualTo(200);
                }
            }
        }
    }

    private static CommandLine start(String name, String... words) throws IOException {
        var command = new ArrayList<>(List.of("./mvnw", "-B"));
        // The outer build's own, wherever that is.
        var repository = System.getProperty("maven.repo.local", "");
        if (!repository.isEmpty()) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        command.addAll(List.of(words));
        return CommandLine.start(COPY, Path.of("target", "command-" + name + ".log"), command, Map.of());
    }

    private static String address(String block, String label) {
        return block.lines()
                .filter(line -> line.strip().startsWith(label))
                .map(line -> line.substring(line.indexOf("http")).strip())
                .findFirst()
                .orElseThrow();
    }

    private static int status(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static TreeSet<String> documented() throws IOException {
        var commands = new TreeSet<String>();
        try (Stream<Path> pages = Stream.concat(Stream.of(Path.of("README.md")), Files.walk(Path.of("docs")))) {
            pages.filter(page -> page.toString().endsWith(".md"))
                    .map(DocumentedCommandsIT::read)
                    .flatMap(text -> COMMAND.matcher(text).results())
                    .map(found -> END_OF_COMMAND.split(found.group(1))[0].strip())
                    .forEach(commands::add);
        }
        return commands;
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path part) throws IOException {
        if (Files.exists(part)) {
            try (Stream<Path> parts = Files.walk(part)) {
                for (var one : parts.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }

    private static void copy(Path part) throws IOException {
        Files.walkFileTree(part, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var copy = COPY.resolve(file);
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
