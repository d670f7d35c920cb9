package io.sarf.sandboxbank;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration.TransactionIsolation;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.mariadb.jdbc.Driver;

final class Database implements AutoCloseable {
    private static final int TRIES = 8;
    /** Deadlock, and a row that changed under a snapshot: the transaction was rolled back, so a retry is safe. */
    private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(1213, 1020);

    private final AgroalDataSource source;

    private Database(AgroalDataSource source) {
        this.source = source;
    }

    static Database open(SandboxBankSettings settings) {
        try {
            var pool = new AgroalDataSourceConfigurationSupplier();
            pool.metricsEnabled(false);
            pool.connectionPoolConfiguration(connections -> connections
                    // Each of the bank's 32 workers may have one connection open while the threads that release orders
                    // use others.
                    .maxSize(40)
                    .minSize(0)
                    .acquisitionTimeout(Duration.ofSeconds(10))
                    .connectionFactoryConfiguration(factory -> factory.jdbcUrl(settings.jdbcUrl())
                            .connectionProviderClass(Driver.class)
                            .principal(new NamePrincipal(settings.dbUser()))
                            .credential(new SimplePassword(settings.dbPassword()))
                            // Each order takes a dozen of the same statements.
                            .jdbcProperty("useServerPrepStmts", "true")
                            .jdbcTransactionIsolation(TransactionIsolation.READ_COMMITTED)
                            .autoCommit(false)));
            var database = new Database(AgroalDataSource.from(pool));
            database.migrate();
            return database;
        } catch (SQLException failure) {
            throw new IllegalStateException("The bank's database cannot be opened", failure);
        }
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:sandboxbank/migration")
                .load()
                .migrate();
    }

    <T> T transact(Work<T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return once(work);
            } catch (SQLException failure) {
                if (tried >= TRIES || !WORTH_ANOTHER_TRY.contains(failure.getErrorCode())) {
                    throw new IllegalStateException("The bank's database failed", failure);
                }
            }
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            boolean done = false;
            try {
                T result = work.in(new Tx(connection));
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
        }
    }

    @Override
    public void close() {
        source.close();
    }

    interface Work<T> {
        T in(Tx tx) throws SQLException;
    }
}
