package io.sarf.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Writes many rows that the server computes from a sequence {@code s}, a hundred thousand in a transaction. */
final class RowCopies {
    private static final int CHUNK = 100_000;
    private static final String WITHOUT_CHECKS =
            "SET foreign_key_checks = 0, unique_checks = 0, check_constraint_checks = 0";

    /** @param from with the bounds of the sequence left open */
    record Copy(String into, String select, String from) {
        private String of(int first, int last) {
            return into + select + from.formatted(first, last);
        }
    }

    private final Database database;
    private final int rows;

    RowCopies(Database database, int rows) {
        this.database = database;
        this.rows = rows;
    }

    /** On a thread and a connection of its own. */
    CompletableFuture<Void> inChunks(String what, List<Copy> copies) {
        return CompletableFuture.runAsync(() -> {
            var began = System.nanoTime();
            try (var connection = database.connectAsOwner();
                    var statement = connection.createStatement()) {
                statement.execute(WITHOUT_CHECKS);
                for (var first = 0; first < rows; first += CHUNK) {
                    var last = Math.min(rows, first + CHUNK) - 1;
                    for (var copy : copies) {
                        statement.executeUpdate(copy.of(first, last));
                    }
                    Benchmark.say(
                            "Loaded %,d of %,d %s, %,d a second",
                            last + 1, rows, what, (last + 1) * 1_000_000_000L / (System.nanoTime() - began));
                }
            } catch (SQLException e) {
                throw new IllegalStateException("The " + what + " were not loaded", e);
            }
        });
    }

    /** In one transaction for each. */
    void once(int many, List<Copy> copies) throws SQLException {
        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute(WITHOUT_CHECKS);
            for (var copy : copies) {
                statement.executeUpdate(copy.of(0, many - 1));
            }
        }
    }

    /** All columns of a table, and their values; those that are not given are copied from {@code t}. */
    String columns(String table, Map<String, String> values) throws SQLException {
        var names = new ArrayList<String>();
        try (var connection = database.connectAsOwner();
                var found = connection.getMetaData().getColumns(connection.getCatalog(), null, table, null)) {
            while (found.next()) {
                names.add(found.getString("COLUMN_NAME"));
            }
        }
        return " (" + names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")) + ") SELECT "
                + names.stream()
                        .map(name -> values.getOrDefault(name, "t.`" + name + "`"))
                        .collect(Collectors.joining(", "));
    }
}
