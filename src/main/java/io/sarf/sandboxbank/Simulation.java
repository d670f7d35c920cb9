package io.sarf.sandboxbank;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stored settings of a simulation. Reads use memory only, because the bank is a single process. */
final class Simulation {
    private static final String WITHOUT_DEDUPLICATION = "without-deduplication";

    private final Database database;
    private final Map<String, String> values = new ConcurrentHashMap<>();

    Simulation(Database database) {
        this.database = database;
        Map<String, String> stored = database.transact(tx -> {
            Map<String, String> found = new ConcurrentHashMap<>();
            tx.list(row -> found.put(row.getString("name"), row.getString("value")), "select name, value from setting");
            return found;
        });
        values.putAll(stored);
    }

    String value(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    void set(String name, String value) {
        database.transact(tx -> {
            store(tx, name, value);
            return name;
        });
        values.put(name, value);
    }

    boolean withoutDeduplication() {
        return Boolean.parseBoolean(value(WITHOUT_DEDUPLICATION, "false"));
    }

    void withoutDeduplication(boolean on) {
        set(WITHOUT_DEDUPLICATION, Boolean.toString(on));
    }

    static void store(Tx tx, String name, String value) throws SQLException {
        tx.update(
                "insert into setting (name, value) values (?, ?) on duplicate key update value = values(value)",
                name,
                value);
    }
}
