package io.sarf.payouts.creation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * A transaction in which every read takes shared locks, so that no query has to say so, and waits for none: one locked row
 * must not stop all callers.
 */
@ApplicationScoped
class SerializableTransaction implements Consumer<Runnable> {
    private static final Logger LOG = Logger.getLogger(SerializableTransaction.class);

    private final DataSource database;

    SerializableTransaction(DataSource database) {
        this.database = database;
    }

    @Override
    public void accept(Runnable work) {
        QuarkusTransaction.requiringNew().run(() -> {
            begin();
            try {
                work.run();
            } finally {
                end();
            }
        });
    }

    /** In a transaction that has made no statement yet. */
    void begin() {
        execute("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE", "SET SESSION innodb_lock_wait_timeout = 0");
    }

    private void execute(String... statements) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var one : statements) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** From now on, a statement waits up to five seconds for rows that another transaction holds. */
    void waitForLocks() {
        execute("SET SESSION innodb_lock_wait_timeout = 5");
    }

    /** The connection goes back to the pool: with this setting no other transaction may get it. */
    void end() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            try {
                statement.execute("SET SESSION innodb_lock_wait_timeout = DEFAULT");
            } catch (SQLException failed) {
                LOG.debug("A connection is closed because its settings cannot be restored", failed);
                connection.abort(Runnable::run);
            }
        } catch (SQLException gone) {
            LOG.debug("The connection is gone, and its settings with it", gone);
        }
    }
}
