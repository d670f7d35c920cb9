package io.sarf.payouts.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.testing.ByHand;
import io.sarf.testing.StackResource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the product's own account may do to the journal, whatever the code tries. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class AppendOnlyIT {
    /** MariaDB's: a command is denied to this account on this table. */
    private static final int DENIED = 1142;

    private Connection product;

    @BeforeEach
    void signed_in_as_the_product() throws SQLException {
        var stack = StackResource.stack();
        product = DriverManager.getConnection(
                stack.get("quarkus.datasource.jdbc.url"),
                stack.get("quarkus.datasource.username"),
                stack.get("quarkus.datasource.password"));
    }

    @AfterEach
    void leave() throws SQLException {
        product.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal_entry", "journal_seal", "journal_event", "journal_search"})
    void reads_and_adds_and_does_nothing_else(String table) throws SQLException {
        var entry = table.equals("journal_entry") ? "id" : "entry";
        try (var statement = product.createStatement()) {
            statement.executeQuery("SELECT * FROM " + table + " LIMIT 1").close();
            // Nothing to add: the right alone is asked for.
            assertThat(statement.executeUpdate("INSERT INTO " + table + " SELECT * FROM " + table + " WHERE FALSE"))
                    .isZero();
        }
        var column = table.equals("journal_search") ? "facet" : "chain";
        denied("UPDATE " + table + " SET " + column + " = " + column);
        denied("DELETE FROM " + table);
        denied("REPLACE INTO " + table + " SELECT * FROM " + table + " WHERE FALSE");
        denied("INSERT INTO " + table + " SELECT * FROM " + table + " WHERE FALSE ON DUPLICATE KEY UPDATE " + entry
                + " = VALUES(" + entry + ")");
        denied("TRUNCATE TABLE " + table);
        denied("DROP TABLE " + table);
        denied("ALTER TABLE " + table + " ADD COLUMN more INT");
        denied("RENAME TABLE " + table + " TO other_" + table);
        denied("CREATE TRIGGER changed BEFORE INSERT ON " + table + " FOR EACH ROW SET NEW." + column + " = ''");
        denied("CREATE INDEX another ON " + table + " (" + column + ")");
        denied("GRANT UPDATE ON " + table + " TO CURRENT_USER()");
    }

    private void denied(String command) {
        assertThatThrownBy(() -> {
                    try (var statement = product.createStatement()) {
                        statement.execute(command);
                    }
                })
                .as(command)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getErrorCode()).isEqualTo(DENIED));
    }
}
