package io.sarf.bench;

import io.sarf.development.RunningStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.Map;
import java.util.TreeMap;

/** The one server that the product and the bare program write to. */
record Database(String url, String user, String password, String owner, String ownersPassword) {
    private static final int TRIES = 50;

    static Database of(RunningStack stack) {
        return new Database(
                stack.get("quarkus.datasource.jdbc.url"),
                stack.get("quarkus.datasource.username"),
                stack.get("quarkus.datasource.password"),
                stack.get("quarkus.flyway.username"),
                stack.get("quarkus.flyway.password"));
    }

    /** As the product's account, with statements that are prepared on the server, as the product has them. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url + "?useServerPrepStmts=true", user, password);
    }

    Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(url, owner, ownersPassword);
    }

    /** What the server counts, all connections together. */
    Map<String, Long> counters() throws SQLException {
        var counters = new TreeMap<String, Long>();
        try (var connection = connectAsOwner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SHOW GLOBAL STATUS WHERE Variable_name = 'Questions'" + " OR Variable_name LIKE 'Com\\_%'")) {
            while (rows.next()) {
                var value = rows.getString(2);
                if (value.matches("\\d+")) {
                    counters.put(rows.getString(1), Long.valueOf(value));
                }
            }
        }
        return counters;
    }

    String variable(String name) throws SQLException {
        return value("SELECT @@global." + name);
    }

    long count(String table) throws SQLException {
        return Long.parseLong(value("SELECT COUNT(*) FROM " + table));
    }

    /** The first column of the first row. */
    String value(String query) throws SQLException {
        try (var connection = connectAsOwner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Lets what earlier rounds left to be done later rest, so that the next one is not paid for by it. */
    void forgetWork() throws SQLException {
        restLookUps();
        try (var connection = connectAsOwner();
                var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM journal_pending");
        }
    }

    /** Puts the look-ups of a running product to rest; it takes some of them at the same time. */
    void restLookUps() throws SQLException {
        for (var tried = 1; ; tried++) {
            try (var connection = connectAsOwner();
                    var statement = connection.createStatement()) {
                statement.executeUpdate("UPDATE payout_task SET due_at = NULL WHERE due_at IS NOT NULL");
                return;
            } catch (SQLTransactionRollbackException behind) {
                if (tried == TRIES) {
                    throw behind;
                }
            }
        }
    }
}
