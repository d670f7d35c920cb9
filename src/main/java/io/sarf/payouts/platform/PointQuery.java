package io.sarf.payouts.platform;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads what every call needs, in one statement; a transaction would add three. Joins a running transaction. */
@Singleton
public class PointQuery {
    private final DataSource database;

    PointQuery(DataSource database) {
        this.database = database;
    }

    /** The first column of the first row; empty if there is no row or its value is null. */
    public Optional<String> at(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not answer", e);
        }
    }
}
