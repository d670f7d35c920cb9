package io.sarf.payouts.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.testing.ByHand;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever owns the schema can alter a row; the chain shows it. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class TamperingIT {
    private static final String ADDRESS = "203.0.113.7";

    @Inject
    Journal journal;

    @Inject
    Chains chains;

    @Inject
    ChainProof proof;

    @Inject
    Applications applications;

    @Inject
    Clock clock;

    private Scope scope;
    private String chain;
    private Connection owner;

    @BeforeEach
    void three_sealed_entries_and_somebody_with_every_right() throws SQLException {
        scope = new Scope(applications.add("Acme Trading", clock.instant()).id(), Environment.SANDBOX);
        chain = Chain.of(scope).name();
        for (var version = 1; version <= 3; version++) {
            var subject = new Change.Subject("thing", UUID.randomUUID(), version);
            var change = Change.of(Chain.of(scope), "thing.changed", subject, Actor.SYSTEM.from(ADDRESS))
                    .with("amount", version)
                    .announcing(new Announcement("thing.updated", "A thing.", Map.of("amount", version)));
            QuarkusTransaction.requiringNew().run(() -> journal.record(change));
        }
        chains.seal(chain);
        var stack = StackResource.stack();
        owner = DriverManager.getConnection(
                stack.get("quarkus.datasource.jdbc.url"),
                stack.get("quarkus.flyway.username"),
                stack.get("quarkus.flyway.password"));
        execute("SET foreign_key_checks = 0");
    }

    @AfterEach
    void leave() throws SQLException {
        owner.close();
    }

    @Test
    void altering_any_column_of_an_entry_shows() throws SQLException {
        var entry = proof.links(chain).get(1).entry().id();
        for (var column : columns("journal_entry")) {
            assertThat(proof.fault(chain)).as("before " + column).isEmpty();
            keep("journal_entry", "id = '" + entry + "'");

            alter("journal_entry", column, "id = '" + entry + "'");

            assertThat(proof.fault(chain)).as("an altered " + column.name()).isPresent();
            restore("journal_entry", "id = '" + entry + "' OR id = '" + OTHER + "'");
        }
        assertThat(proof.fault(chain)).isEmpty();
    }

    @Test
    void an_address_that_was_cut_out_of_an_entry_or_put_into_one_shows() throws SQLException {
        var entry = proof.links(chain).get(1).entry().id();
        execute("UPDATE journal_entry SET address = NULL WHERE id = '" + entry + "'");
        assertThat(proof.fault(chain)).as("cut out").isPresent();
        execute("UPDATE journal_entry SET address = '' WHERE id = '" + entry + "'");
        assertThat(proof.fault(chain)).as("emptied").isPresent();
        execute("UPDATE journal_entry SET address = '" + ADDRESS + "' WHERE id = '" + entry + "'");
        assertThat(proof.fault(chain)).isEmpty();

        var plain = Change.of(
                Chain.of(scope), "thing.changed", new Change.Subject("thing", UUID.randomUUID(), 1), Actor.SYSTEM);
        var without = QuarkusTransaction.requiringNew().call(() -> journal.record(plain));
        chains.seal(chain);
        assertThat(proof.fault(chain)).isEmpty();
        execute("UPDATE journal_entry SET address = '" + ADDRESS + "' WHERE id = '" + without + "'");
        assertThat(proof.fault(chain)).as("put in").isPresent();
    }

    @Test
    void altering_any_column_of_a_seal_shows() throws SQLException {
        var entry = proof.links(chain).get(1).entry().id();
        for (var column : columns("journal_seal")) {
            assertThat(proof.fault(chain)).as("before " + column).isEmpty();
            keep("journal_seal", "entry = '" + entry + "'");

            alter("journal_seal", column, "entry = '" + entry + "'");

            assertThat(proof.fault(chain)).as("an altered " + column.name()).isPresent();
            restore("journal_seal", "entry = '" + entry + "' OR entry = '" + OTHER + "'");
        }
        assertThat(proof.fault(chain)).isEmpty();
    }

    @Test
    void an_entry_that_is_gone_and_one_that_was_put_in_show() throws SQLException {
        var link = proof.links(chain).get(1);
        execute("DELETE FROM journal_entry WHERE id = '" + link.entry().id() + "'");
        assertThat(proof.fault(chain)).isPresent();

        execute("DELETE FROM journal_seal WHERE entry = '" + link.entry().id() + "'");
        execute("UPDATE journal_seal SET sequence = 2 WHERE chain = '" + chain + "' AND sequence = 3");
        assertThat(proof.fault(chain)).isPresent();
    }

    @Test
    void entries_that_changed_places_show() throws SQLException {
        execute("UPDATE journal_seal SET sequence = 10 WHERE chain = '" + chain + "' AND sequence = 1");
        execute("UPDATE journal_seal SET sequence = 1 WHERE chain = '" + chain + "' AND sequence = 2");
        execute("UPDATE journal_seal SET sequence = 2 WHERE chain = '" + chain + "' AND sequence = 10");

        assertThat(proof.fault(chain)).isPresent();
    }

    private static final String OTHER = "00000000-0000-7000-8000-000000000001";

    private record Column(String name, String type) {}

    /** Asked of the database, so that a column somebody adds later is altered too. */
    private List<Column> columns(String table) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var rows = owner.getMetaData().getColumns(owner.getCatalog(), null, table, null)) {
            while (rows.next()) {
                columns.add(new Column(rows.getString("COLUMN_NAME"), rows.getString("TYPE_NAME")));
            }
        }
        assertThat(columns).isNotEmpty();
        return columns;
    }

    private void alter(String table, Column column, String where) throws SQLException {
        var name = column.name();
        var value = switch (column.type().toUpperCase(java.util.Locale.ROOT)) {
            case "UUID" -> "'" + OTHER + "'";
            case "BIGINT" -> name + " + 10";
            case "DATETIME" -> name + " + INTERVAL 1 MICROSECOND";
            case "BINARY" -> "UNHEX(SHA2(" + name + ", 256))";
            case "LONGTEXT" -> "CONCAT(" + name + ", ' ')";
            case "VARCHAR" -> "CONCAT(LEFT(" + name + ", CHAR_LENGTH(" + name + ") - 1), '#')";
            default -> throw new AssertionError("How is a " + column + " altered?");
        };
        assertThat(execute("UPDATE " + table + " SET " + name + " = " + value + " WHERE " + where))
                .isEqualTo(1);
    }

    private void keep(String table, String where) throws SQLException {
        execute("CREATE TEMPORARY TABLE kept AS SELECT * FROM " + table + " WHERE " + where);
    }

    private void restore(String table, String where) throws SQLException {
        execute("DELETE FROM " + table + " WHERE " + where);
        execute("DELETE t FROM " + table + " t JOIN kept k ON t." + key(table) + " = k." + key(table));
        execute("INSERT INTO " + table + " SELECT * FROM kept");
        execute("DROP TEMPORARY TABLE kept");
    }

    private static String key(String table) {
        return table.equals("journal_entry") ? "id" : "entry";
    }

    private int execute(String statement) throws SQLException {
        try (var one = owner.createStatement()) {
            return one.executeUpdate(statement);
        }
    }
}
