package io.sarf.payouts.platform;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * One value out of one row, for what every call has to ask: one statement on a connection that is given back at once. A
 * transaction around it would be three statements more. Within a transaction it sees what the transaction sees.
 */
@Singleton
public class PointQuery {
    private final DataSource database;

    PointQuery(DataSource database) {
        this.database = database;
    }

    /**
     * The first column of the first row; empty when there is no row, or null in it.
     *
     * @param sql with a question mark for each value
     */
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
