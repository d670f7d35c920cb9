package io.sarf.payouts.workqueue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.work.WorkTable;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.SeenStatements;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of each work table every second or ten uses a key, however many rows are idle. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class QueueKeysIT {
    private static final int ROWS = 4_000;
    private static final String GROWN = "grown_work";
    private static final Pattern TABLE = Pattern.compile("(?i)\\bFROM ([a-z_]+)");

    @Inject
    @All
    List<WorkQueue> queues;

    @Inject
    MovableClock clock;

    private Connection owner;

    @BeforeEach
    void somebody_who_may_write_what_is_taken_back() throws SQLException {
        var stack = StackResource.stack();
        owner = DriverManager.getConnection(
                stack.get("quarkus.datasource.jdbc.url"),
                stack.get("quarkus.flyway.username"),
                stack.get("quarkus.flyway.password"));
        owner.setAutoCommit(false);
        execute("SET foreign_key_checks = 0, check_constraint_checks = 0, sql_mode = ''");
    }

    @AfterEach
    void nothing_stays() throws SQLException {
        owner.rollback();
        execute("DROP TABLE IF EXISTS " + GROWN);
        owner.close();
    }

    @Test
    void rows_to_be_parked_are_found_by_a_key() throws SQLException {
        assertKeys(table -> table.faulty(100, clock.instant()));
    }

    @Test
    void the_oldest_due_row_is_found_by_a_key() throws SQLException {
        assertKeys(WorkTable::oldestDue);
    }

    @Test
    void those_for_whom_work_is_due_are_found_by_a_key() throws SQLException {
        assertKeys(table -> table.dueShares(clock.instant()));
    }

    /** An open table keeps its statistics, so the plan must not depend on them. */
    @Test
    void those_for_whom_work_is_due_are_found_by_a_key_in_a_table_that_was_empty_when_it_was_opened()
            throws SQLException {
        var asked = new ArrayList<String>();
        for (var queue : queues) {
            var statements = SeenStatements.of(() ->
                    QuarkusTransaction.requiringNew().run(() -> queue.table().dueShares(clock.instant())));
            for (var statement : statements) {
                var table = table(statement);
                var grown = statement.replace("FROM " + table, "FROM " + GROWN);
                execute("CREATE OR REPLACE TABLE " + GROWN + " LIKE " + table);
                plan(grown);
                fill(table, GROWN);
                execute("UPDATE " + GROWN + " SET due_at = '2026-01-01'");
                assertThat(plan(grown)).as(queue.name() + ": " + grown).noneMatch(QueueKeysIT::readsAll);
            }
            asked.addAll(statements);
        }
        assertThat(asked).isNotEmpty();
    }

    private static boolean readsAll(String line) {
        return line.startsWith("ALL ") || line.startsWith("index ");
    }

    private static String table(String statement) {
        return TABLE.matcher(statement).results().findFirst().orElseThrow().group(1);
    }

    private void assertKeys(Consumer<WorkTable> question) throws SQLException {
        var asked = new ArrayList<String>();
        for (var queue : queues) {
            var statements = SeenStatements.of(
                    () -> QuarkusTransaction.requiringNew().run(() -> question.accept(queue.table())));
            for (var statement : statements) {
                fill(table(statement), table(statement));
                assertThat(plan(statement)).as(queue.name() + ": " + statement).noneMatch(QueueKeysIT::readsAll);
            }
            asked.addAll(statements);
        }
        assertThat(asked).isNotEmpty();
    }

    /** Most of the rows are idle. They are taken back with the transaction. */
    private void fill(String table, String filled) throws SQLException {
        var columns = new ArrayList<String>();
        var values = new ArrayList<String>();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("SELECT column_name, data_type FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND table_name = '" + table + "'"
                        + " AND (data_type IN ('uuid', 'varchar') OR column_name IN ('due_at', 'day'))"
                        + " AND column_name NOT LIKE 'lease%'")) {
            while (rows.next()) {
                columns.add("`" + rows.getString(1) + "`");
                values.add(value(table, rows.getString(1), rows.getString(2)));
            }
        }
        execute("INSERT IGNORE INTO " + filled + " (" + String.join(", ", columns) + ") SELECT "
                + String.join(", ", values) + " FROM seq_1_to_" + ROWS);
    }

    private static String value(String table, String column, String type) {
        if (column.equals("due_at")) {
            return "IF(seq % 10, NULL, '2026-01-01')";
        }
        if (column.equals("day")) {
            return "'2026-01-01'";
        }
        if (column.equals("bank") && !table.equals("bank_watch")) {
            return "CONCAT('BANK', seq % 5)";
        }
        if (column.equals("application") || column.equals("endpoint")) {
            return "CONCAT('00000000-0000-4000-8000-00000000000', seq % 7)";
        }
        return type.equals("uuid") ? "UUID()" : "CONCAT('X', seq)";
    }

    /** Type, key and remarks for each table that is read. */
    private List<String> plan(String query) throws SQLException {
        try (var statement = owner.prepareStatement(query.replaceFirst("SELECT", "EXPLAIN SELECT"))) {
            for (var i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                statement.setObject(i, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            }
            var lines = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (rows.getString("table") == null
                            || !rows.getString("table").startsWith("<")) {
                        lines.add(rows.getString("type") + " " + rows.getString("key") + " " + rows.getString("Extra"));
                    }
                }
            }
            return lines;
        }
    }

    private void execute(String statement) throws SQLException {
        try (var one = owner.createStatement()) {
            one.execute(statement);
        }
    }
}
