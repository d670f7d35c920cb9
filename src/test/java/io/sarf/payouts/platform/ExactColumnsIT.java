package io.sarf.payouts.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.testing.ByHand;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What identifies something equals itself and nothing else. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class ExactColumnsIT {
    /** Words for people: shown, or looked for as a part, and never compared for being equal. */
    private static final List<String> PROSE = List.of(
            "address",
            "alias",
            "branch_address",
            "by",
            "city",
            "description",
            "device",
            "message",
            "name",
            "path",
            "reason",
            "refusal",
            "sent_to",
            "title");

    /** Columns of text that take for equal what is not. */
    private static final String LOOSE = "SELECT table_name, column_name, collation_name FROM information_schema.columns"
            + " WHERE table_schema = DATABASE() AND data_type IN ('char', 'varchar')"
            + " AND RIGHT(collation_name, 9) <> 'nopad_bin' AND LEFT(table_name, 6) <> 'flyway'";

    @Inject
    DataSource database;

    @Test
    void every_column_is_prose_or_a_closed_list_or_compares_exactly() throws SQLException {
        var loose = new TreeSet<String>();
        var tables = new HashMap<String, String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var columns = statement.executeQuery(LOOSE)) {
            while (columns.next()) {
                var column = columns.getString(2);
                if (!prose(column) && !closed(connection, tables, columns.getString(1), column)) {
                    loose.add(columns.getString(1) + "." + column + " " + columns.getString(3));
                }
            }
        }

        assertThat(loose).isEmpty();
    }

    private static boolean prose(String column) {
        return PROSE.stream().anyMatch(word -> column.equals(word) || column.endsWith("_" + word));
    }

    /** Whether a CHECK lists all values there are. */
    private static boolean closed(Connection connection, Map<String, String> tables, String table, String column)
            throws SQLException {
        if (!tables.containsKey(table)) {
            try (var statement = connection.createStatement();
                    var shown = statement.executeQuery("SHOW CREATE TABLE " + table)) {
                shown.next();
                tables.put(table, shown.getString(2));
            }
        }
        return tables.get(table).contains("`" + column + "` in (");
    }
}
