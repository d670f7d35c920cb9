package io.sarf.development;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Keycloak from the unpacked distribution, augmented once. Each stack has its own home that links to it. */
final class Keycloak {

    static final String CLIENT = "sarf-dashboard";
    static final String REPRESENTATIVE = "representative@sarf.example";

    private final StateFolder state;
    private final Path servers;
    private final StoredSettings stored;
    private final int port;

    Keycloak(StateFolder state, Path servers, StoredSettings stored) throws IOException {
        this.state = state;
        this.servers = servers;
        this.stored = stored;
        // Tokens, sessions and the product's configuration contain the issuer's URL.
        this.port = stored.fixedPort("keycloak.port");
    }

    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/sarf";
    }

    String clientSecret() throws IOException {
        return stored.password("keycloak.client-secret");
    }

    String representativePassword() throws IOException {
        return stored.password("keycloak.representative-password");
    }

    String adminPassword() throws IOException {
        return stored.password("keycloak.admin-password");
    }

    void start(Children children, int smtpPort) throws IOException, InterruptedException {
        Path home = home(distribution());
        Path realm = realm(home, smtpPort);
        ProcessBuilder command = java(
                home,
                "start",
                "--optimized",
                // Applies only to `start`. Without it a cluster listens on all addresses.
                "--cache=local",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname-strict=false",
                // The default database opens a port to other processes.
                "--db-url=jdbc:h2:file:" + home.resolve("data/h2/keycloakdb") + ";NON_KEYWORDS=VALUE");
        command.environment()
                .putAll(Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword()));
        Process server = children.start("keycloak", command);
        String discovery = issuer() + "/.well-known/openid-configuration";
        Await.until("Keycloak", server, state.log("keycloak"), () -> Await.isOk(discovery));
        Files.delete(realm);
    }

    /** Imported at each start; ignored if the realm exists. */
    private Path realm(Path home, int smtpPort) throws IOException {
        try (InputStream template = Objects.requireNonNull(Keycloak.class.getResourceAsStream("realm.json"))) {
            String realm = new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@smtp.port@", String.valueOf(smtpPort))
                    .replace("@client.secret@", clientSecret())
                    .replace("@representative.email@", REPRESENTATIVE)
                    .replace("@representative.password@", representativePassword());
            Path file = Files.createDirectories(home.resolve("data/import")).resolve("sarf-realm.json");
            state.write(file, realm);
            return file;
        }
    }

    private Path home(Path distribution) throws IOException {
        Path home = state.folder("keycloak");
        for (String part : List.of("conf", "lib", "providers", "themes")) {
            Path link = home.resolve(part);
            // Linked again at each start: the checkout or the version may have changed.
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, distribution.resolve(part));
        }
        return home;
    }

    void build(Children children) throws IOException, InterruptedException {
        Path distribution = distribution();
        Path marker = distribution.resolve("lib/quarkus/built-for-dev-file");
        try (FileChannel lock = FileChannel.open(
                servers.resolve("keycloak.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!Files.exists(marker)) {
                Progress.step(
                        "Keycloak's configuration, built once for this checkout,", () -> build(children, distribution));
                Files.createFile(marker);
            }
        }
    }

    private void build(Children children, Path distribution) throws IOException, InterruptedException {
        children.run("keycloak-build", java(distribution, "build", "--db=dev-file"));
    }

    private Path distribution() throws IOException {
        try (Stream<Path> entries = Files.list(servers)) {
            return entries.filter(entry -> Files.isDirectory(entry.resolve("lib/quarkus")))
                    .filter(entry -> entry.getFileName().toString().startsWith("keycloak-"))
                    .max(java.util.Comparator.comparing(Path::toString))
                    .orElseThrow(() -> new IOException(
                            "No Keycloak in " + servers + "; run ./mvnw generate-test-resources, which unpacks it"));
        }
    }

    /** The command of kc.sh. The script itself would remain as a parent that outlives its server. */
    private ProcessBuilder java(Path home, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Jvm.EXECUTABLE,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                // Saves start time: class verification is not needed in development.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                // Names the state folder, by which a leftover is known.
                "-Dsarf.state=" + state.root(),
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        // Ignore settings of the person's own Keycloak and the stack's class path.
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.equals("CLASSPATH"));
        return builder;
    }
}
