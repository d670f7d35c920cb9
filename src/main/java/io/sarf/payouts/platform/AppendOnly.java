package io.sarf.payouts.platform;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Grants rights after each migration: the product can read and insert journal rows, never update or delete them. */
@Singleton
class AppendOnly implements FlywayConfigurationCustomizer {
    private static final Set<String> TABLES =
            Set.of("journal_entry", "journal_seal", "journal_event", "journal_search", "payout_preparer");
    private static final Set<String> HIDDEN = Set.of("flyway_schema_history");

    private final String account;

    AppendOnly(@ConfigProperty(name = "quarkus.datasource.username") String account) {
        if (!account.matches("[A-Za-z0-9_]{1,80}")) {
            throw new IllegalArgumentException("quarkus.datasource.username may have letters, digits and _ only");
        }
        this.account = account;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.callbacks(new Grants());
    }

    private final class Grants implements Callback {
        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.AFTER_MIGRATE;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return false;
        }

        @Override
        public void handle(Event event, Context context) {
            try {
                var connection = context.getConnection();
                for (var table : tables(connection)) {
                    var rights = TABLES.contains(table) ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE";
                    try (var statement = connection.createStatement()) {
                        statement.execute("GRANT " + rights + " ON `" + table + "` TO '" + account + "'@'%'");
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException("Could not grant the product's account its rights", e);
            }
        }

        @Override
        public String getCallbackName() {
            return "grants";
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'")) {
            while (rows.next()) {
                if (!HIDDEN.contains(rows.getString(1))) {
                    tables.add(rows.getString(1));
                }
            }
        }
        return tables;
    }
}
