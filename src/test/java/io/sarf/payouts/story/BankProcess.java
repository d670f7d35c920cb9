package io.sarf.payouts.story;

import io.sarf.development.Effort;
import io.sarf.sandboxbank.TestDatabase;
import io.sarf.testing.Eventually;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The sandbox bank in a process and with books of its own, which a test may kill and start again. */
final class BankProcess implements AutoCloseable {
    /**
     * What its books say of a reference.
     *
     * @param state NONE when it has no such order
     */
    record Order(String state, int calls, int violations, int payments) {}

    static final String KEY = "key-of-this-test";

    private static final Path LOG = Path.of("target/started-bank.log");

    private final String schema = TestDatabase.newSchema();
    private final int port;
    private Process process;

    BankProcess() throws IOException {
        port = Product.freePort();
        process = started();
    }

    private Process started() throws IOException {
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        // As docs/operations.md has it.
                        "-cp",
                        "target/sandbox-bank.jar:target/sarf/sarf.jar:target/sarf/lib/*",
                        "io.sarf.sandboxbank.SandboxBank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        command.environment()
                .putAll(Map.of(
                        "SANDBOX_BANK_PORT",
                        String.valueOf(port),
                        "SANDBOX_BANK_JDBC_URL",
                        schema,
                        "SANDBOX_BANK_DB_USER",
                        "bank",
                        "SANDBOX_BANK_DB_PASSWORD",
                        "bank",
                        "SANDBOX_BANK_KEY",
                        KEY,
                        "SANDBOX_BANK_ADMIN_KEY",
                        KEY));
        var begun = command.start();
        Eventually.get(
                "bank on port " + port,
                Duration.ofMinutes(2),
                () -> Effort.of(begun.toHandle(), LOG),
                () -> isUp() ? Optional.of(true) : Optional.empty());
        return begun;
    }

    private boolean isUp() {
        try {
            var health = (HttpURLConnection)
                    URI.create(address() + "/health").toURL().openConnection();
            return health.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** kill -9, and another one over the same books. */
    void killAndStartAgain() throws Exception {
        process.destroyForcibly().waitFor();
        process = started();
    }

    Order order(String reference) throws SQLException {
        try (var connection = DriverManager.getConnection(schema, "bank", "bank");
                var statement = connection.prepareStatement("select coalesce((select state from payment_order where"
                        + " reference = ?), 'NONE'), coalesce((select calls from order_call where reference = ?), 0),"
                        + " coalesce((select violations from order_call where reference = ?), 0),"
                        + " (select count(*) from posting p join payment_order o on p.kind = 'PAYMENT'"
                        + " and (p.subject = o.id or p.subject like concat(o.id, '#%')) where o.reference = ?)")) {
            for (var i = 1; i <= 4; i++) {
                statement.setString(i, reference);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return new Order(rows.getString(1), rows.getInt(2), rows.getInt(3), rows.getInt(4));
            }
        }
    }

    /** Moves the bank's day forward: codes expire, what is accepted settles. */
    void advance(String by) throws IOException {
        var call = (HttpURLConnection)
                URI.create(address() + "/admin/clock").toURL().openConnection();
        call.setRequestMethod("POST");
        call.setDoOutput(true);
        call.setRequestProperty("Authorization", "Bearer " + KEY);
        call.getOutputStream().write(("{\"by\":\"" + by + "\"}").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        if (call.getResponseCode() != 200) {
            throw new IOException("The bank's clock answered " + call.getResponseCode());
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
