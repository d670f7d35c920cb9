package io.sarf.payouts.story;

import io.sarf.development.RunningStack;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The two witnesses of what was paid: our payouts and the bank's ledger, each read from its own database. */
final class Books {
    private final RunningStack stack;

    Books(RunningStack stack) {
        this.stack = stack;
    }

    /** Reference to amount, of payouts of an application that we say were processed. */
    Map<String, BigDecimal> ours(String application) throws SQLException {
        try (var connection = product()) {
            return amounts(
                    connection,
                    "SELECT reference, amount FROM payout WHERE outcome = 'PROCESSED' AND application = '" + application
                            + "'");
        }
    }

    /** Reference to amount, of what left the accounts of these references in the bank's double-entry ledger. */
    Map<String, BigDecimal> theirs(Iterable<String> references) throws SQLException {
        var in = "'" + String.join("','", references) + "'";
        try (var connection = bank()) {
            return amounts(
                    connection,
                    "SELECT o.reference, -e.amount / 100 FROM payment_order o"
                            + " JOIN posting p ON p.kind = 'PAYMENT' AND p.subject = o.id"
                            + " JOIN ledger_entry e ON e.posting = p.id AND e.account = o.account"
                            + " WHERE o.reference IN (" + in + ")");
        }
    }

    /** How often the bank was called with an order of that reference. */
    int orderCalls(String reference) throws SQLException {
        try (var connection = bank();
                var statement = connection.prepareStatement("SELECT calls FROM order_call WHERE reference = ?")) {
            statement.setString(1, reference);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }
    }

    /** One value of one of our payouts. */
    String payout(String id, String column) throws SQLException {
        try (var connection = product();
                var statement =
                        connection.prepareStatement("SELECT " + column + " FROM payout WHERE id = '" + id + "'")) {
            try (var rows = statement.executeQuery()) {
                return rows.next() ? String.valueOf(rows.getString(1)) : "none";
            }
        }
    }

    /** What the bank's admin call says; the key is the stack's own. */
    int admin(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(stack.get("sarf.bank.sandbox.url") + path))
                .header("Authorization", "Bearer " + stack.get("stack.sandbox-bank.admin-key"))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    /** As if as much time had passed: what a process that was killed was at may be taken by another one. */
    void leasesOfTheKilledRunOut() throws SQLException {
        try (var connection = product();
                var statement = connection.createStatement()) {
            for (var table : List.of("payout_task", "bank_watch")) {
                statement.executeUpdate("UPDATE " + table + " SET lease_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND"
                        + " WHERE lease_until > UTC_TIMESTAMP(6)");
            }
        }
    }

    /** As if every node that asked for one payee of the application had failed. */
    void aPayeeFailedAgainAndAgain(String application) throws SQLException {
        try (var connection = product();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE beneficiary SET faults = 10, fault = 'IllegalStateException',"
                    + " due_at = UTC_TIMESTAMP(6) WHERE application = '" + application + "' LIMIT 1");
        }
    }

    private Connection product() throws SQLException {
        return DriverManager.getConnection(
                stack.get("quarkus.datasource.jdbc.url"),
                stack.get("quarkus.datasource.username"),
                stack.get("quarkus.datasource.password"));
    }

    private Connection bank() throws SQLException {
        return DriverManager.getConnection(
                stack.get("stack.sandbox-bank.jdbc.url"),
                stack.get("stack.sandbox-bank.username"),
                stack.get("stack.sandbox-bank.password"));
    }

    private static Map<String, BigDecimal> amounts(Connection connection, String query) throws SQLException {
        var amounts = new TreeMap<String, BigDecimal>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                amounts.put(rows.getString(1), rows.getBigDecimal(2).setScale(2));
            }
        }
        return amounts;
    }
}
