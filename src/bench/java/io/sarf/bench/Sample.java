package io.sarf.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows one call has written, found by looking at every table before and after it. So the bare program writes what
 * the product writes today, whatever that is.
 */
final class Sample {
    /** Parents before children; a table that is not named here comes last. */
    private static final List<String> ORDER =
            List.of("idempotent_call", "payout", "payout_task", "journal_entry", "journal_pending");

    private static final List<String> UNIQUE_TEXTS = List.of("reference", "call_key");

    /** One row as it is to be written again. */
    record Row(String table, List<String> columns, List<@Nullable Object> values) {
        PreparedStatement insert(Connection connection) throws SQLException {
            return connection.prepareStatement("INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                    + String.join(", ", columns.stream().map(column -> "?").toList()) + ")");
        }
    }

    private final List<Row> rows;
    private final World world;

    private Sample(List<Row> rows, World world) {
        this.rows = rows;
        this.world = world;
    }

    interface Call {
        void make() throws Exception;
    }

    static Sample of(Database database, World world, Call call) throws Exception {
        var before = all(database);
        call.make();
        var rows = new ArrayList<Row>();
        for (var row : all(database)) {
            if (before.stream().noneMatch(known -> same(known, row))) {
                rows.add(row);
            }
        }
        rows.sort(Comparator.comparingInt(row -> place(row.table())));
        return new Sample(List.copyOf(rows), world);
    }

    List<Row> rows() {
        return rows;
    }

    /** Tables with the number of rows in each, as one line. */
    @Override
    public String toString() {
        return String.join(
                ", ", rows.stream().map(row -> "`" + row.table() + "`").toList());
    }

    /** Gives each row new ids, the same in every row that names them, and the time it is written at. */
    void bind(List<PreparedStatement> inserts, UuidSource ids) throws SQLException {
        Map<Object, Object> fresh = new HashMap<>();
        var now = LocalDateTime.now(java.time.ZoneOffset.UTC);
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            for (var column = 0; column < row.values().size(); column++) {
                var value = row.values().get(column);
                Object bound = value;
                if (value instanceof UUID id) {
                    var mine = world.knows(id) ? id : (UUID) fresh.computeIfAbsent(id, known -> ids.next());
                    bound = UuidSource.bytes(mine);
                } else if (value instanceof LocalDateTime) {
                    bound = now;
                } else if (UNIQUE_TEXTS.contains(row.columns().get(column)) && value instanceof String text) {
                    bound = fresh.computeIfAbsent(text, known -> ids.text(text.length()));
                }
                inserts.get(i).setObject(column + 1, bound);
            }
        }
    }

    private static int place(String table) {
        var place = ORDER.indexOf(table);
        return place < 0 ? ORDER.size() : place;
    }

    private static List<Row> all(Database database) throws SQLException {
        var rows = new ArrayList<Row>();
        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var found = statement.executeQuery("SELECT table_name FROM information_schema.tables"
                    + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (var table : tables) {
                rows.addAll(all(connection, table));
            }
        }
        return rows;
    }

    private static List<Row> all(Connection connection, String table) throws SQLException {
        var rows = new ArrayList<Row>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT * FROM `" + table + "`")) {
            var about = found.getMetaData();
            while (found.next()) {
                var columns = new ArrayList<String>();
                var values = new ArrayList<@Nullable Object>();
                for (var i = 1; i <= about.getColumnCount(); i++) {
                    columns.add(about.getColumnName(i));
                    values.add(value(found.getObject(i)));
                }
                rows.add(new Row(table, columns, values));
            }
        }
        return rows;
    }

    private static @Nullable Object value(@Nullable Object read) throws SQLException {
        if (read instanceof java.sql.Blob blob) {
            return blob.getBytes(1, (int) blob.length());
        }
        return read instanceof java.sql.Timestamp time ? time.toLocalDateTime() : read;
    }

    private static boolean same(Row one, Row other) {
        return one.table().equals(other.table())
                && Arrays.deepEquals(one.values().toArray(), other.values().toArray());
    }

    /** How much text and bytes the rows hold, for the report. */
    int bytes() {
        return rows.stream()
                .flatMap(row -> row.values().stream())
                .mapToInt(value -> value instanceof byte[] bytes
                        ? bytes.length
                        : String.valueOf(value).getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }
}
