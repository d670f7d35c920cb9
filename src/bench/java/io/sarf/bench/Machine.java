package io.sarf.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What the figures were measured on, and how busy it was with other things. */
final class Machine {
    private Machine() {}

    /** Name and value, in the order to be shown. */
    static Map<String, String> described(Database database) throws IOException, SQLException {
        var about = new LinkedHashMap<String, String>();
        about.put("processor", processor() + ", " + Runtime.getRuntime().availableProcessors() + " processors for all");
        about.put("memory", first("/proc/meminfo", "MemTotal:\\s+(\\d+) kB").map(Machine::gigabytes));
        about.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        about.put("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        about.put("MariaDB", database.variable("version"));
        for (var name : new String[] {
            "innodb_flush_log_at_trx_commit",
            "sync_binlog",
            "log_bin",
            "innodb_buffer_pool_size",
            "innodb_log_file_size"
        }) {
            about.put(name, database.variable(name));
        }
        about.put("Quarkus", version("io.quarkus.quarkus-core-"));
        about.put("Hibernate", version("org.hibernate.orm.hibernate-core-"));
        about.put("MariaDB Connector/J", version("org.mariadb.jdbc.mariadb-java-client-"));
        about.put("Hyperfoil", System.getProperty("bench.hyperfoil", "unknown"));
        return about;
    }

    /** The commit that a checkout has, short. */
    static String commit(Path checkout) throws IOException {
        var git = new ProcessBuilder("git", "-C", checkout.toString(), "rev-parse", "--short", "HEAD")
                .redirectErrorStream(true)
                .start();
        return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /** Runnable threads of the whole machine over the last minute. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private record Found(String text) {
        String map(java.util.function.UnaryOperator<String> change) {
            return text.isEmpty() ? "unknown" : change.apply(text);
        }
    }

    private static String processor() throws IOException {
        return first("/proc/cpuinfo", "model name\\s*:\\s*(.+)").map(name -> name);
    }

    private static Found first(String file, String pattern) throws IOException {
        var match = Pattern.compile(pattern).matcher(Files.readString(Path.of(file)));
        return new Found(match.find() ? match.group(1).strip() : "");
    }

    private static String gigabytes(String kilobytes) {
        return Long.parseLong(kilobytes) / (1 << 20) + " GiB";
    }

    /** As the name of the library in the package says. */
    private static String version(String library) throws IOException {
        try (var files = Files.list(Path.of("target/sarf/lib"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(library))
                    .map(name -> name.substring(library.length()).replace(".jar", ""))
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
