package io.sarf.payouts.endpoints;

import io.quarkus.scheduler.Scheduler;
import io.sarf.testing.Eventually;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/** All rows of the product, to see whether something has changed one. */
@Singleton
class Tables {
    /** Flyway's own, and what is written of calls that are refused too. */
    private static final Set<String> LEFT_OUT = Set.of("flyway_schema_history", "api_request");

    interface Calls {
        void make() throws Exception;
    }

    private final DataSource database;
    private final Scheduler work;

    Tables(DataSource database, Scheduler work) {
        this.database = database;
        this.work = work;
    }

    /** The tables in which calls have changed anything, while nothing else worked. */
    Set<String> changedBy(Calls calls) throws Exception {
        work.pause();
        try {
            var before = settled();
            calls.make();
            var changed = new TreeMap<>(sums());
            changed.entrySet().removeAll(before.entrySet());
            return changed.keySet();
        } finally {
            work.resume();
        }
    }

    /** What has begun may end. */
    private Map<String, String> settled() {
        var last = new Object() {
            private Map<String, String> sums = Map.of();
        };
        return Eventually.get("rest", () -> {
            var now = sums();
            var rests = now.equals(last.sums);
            last.sums = now;
            return rests ? Optional.of(now) : Optional.empty();
        });
    }

    private Map<String, String> sums() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var tables = new TreeMap<String, String>();
            try (var rows = statement.executeQuery("show tables")) {
                while (rows.next()) {
                    tables.put(rows.getString(1), "");
                }
            }
            tables.keySet().removeAll(LEFT_OUT);
            try (var rows = statement.executeQuery("checksum table `" + String.join("`, `", tables.keySet()) + "`")) {
                while (rows.next()) {
                    tables.put(rows.getString(1).replaceAll(".*\\.", ""), String.valueOf(rows.getString(2)));
                }
            }
            return tables;
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }
}
