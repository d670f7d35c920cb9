package io.sarf.payouts.idempotency;

import io.sarf.payouts.api.ApiAnswer;
import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.work.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

@ApplicationScoped
class IdempotencyKeys implements Retention {
    /** From the first use of a key. */
    private static final Duration LIFE = Duration.ofDays(90);

    /** MariaDB's codes for a lock wait timeout and a deadlock. */
    private static final Set<Integer> LOCKED = Set.of(1205, 1213);

    /** Concurrent calls with the same key wait two seconds. */
    private static final String INSERT = "SET STATEMENT innodb_lock_wait_timeout = 2 FOR"
            + " INSERT IGNORE INTO idempotent_call (body_hash, created_at, application, environment, operation, call_key)"
            + " VALUES (?, ?, ?, ?, ?, ?)";

    private static final String WHERE = " WHERE application = ? AND environment = ? AND operation = ? AND call_key = ?";

    private static final String STORE =
            "UPDATE idempotent_call SET status = ?, answer = ?" + WHERE + " AND status IS NULL";

    private static final String FIRST =
            "SELECT body_hash, status, answer FROM idempotent_call" + WHERE + " LOCK IN SHARE MODE";

    private final DataSource database;
    private final Clock clock;

    IdempotencyKeys(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @throws ApiFault IDEMPOTENCY_KEY_REUSED if the key came with another body; REQUEST_IN_PROGRESS if the wait
     *     for a concurrent call times out
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<ApiAnswer> take(Scope scope, KeyedCall call) {
        try {
            var taken = with(
                    scope,
                    call,
                    INSERT,
                    PreparedStatement::executeUpdate,
                    call.body().sha256(),
                    utc(clock.instant()));
            return taken == 1 ? Optional.empty() : first(scope, call);
        } catch (SQLException e) {
            if (LOCKED.contains(e.getErrorCode())) {
                throw ApiFault.retry(
                        ApiCode.REQUEST_IN_PROGRESS,
                        "Another call with this idempotency-key is being carried out",
                        Duration.ofSeconds(1));
            }
            throw new PersistenceException(e);
        }
    }

    /** Stores the answer unless there is one; returns the stored one. */
    @Transactional(Transactional.TxType.MANDATORY)
    ApiAnswer store(Scope scope, KeyedCall call, ApiAnswer answer) {
        try {
            var keys = with(scope, call, STORE, PreparedStatement::executeUpdate, answer.status(), answer.body());
            return keys == 1 ? answer : first(scope, call).orElse(answer);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    @Override
    public String table() {
        return "idempotent_call";
    }

    @Override
    public Duration life() {
        return LIFE;
    }

    @Override
    @AcrossApplications
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean deleteBatch() {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("DELETE FROM idempotent_call WHERE created_at < ? LIMIT ?")) {
            delete.setObject(1, utc(clock.instant().minus(LIFE)));
            delete.setInt(2, BATCH);
            return delete.executeUpdate() == BATCH;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private Optional<ApiAnswer> first(Scope scope, KeyedCall call) throws SQLException {
        return with(scope, call, FIRST, statement -> {
            try (var rows = statement.executeQuery()) {
                rows.next();
                if (!MessageDigest.isEqual(rows.getBytes(1), call.body().sha256())) {
                    throw new ApiFault(
                            ApiCode.IDEMPOTENCY_KEY_REUSED, "This idempotency-key was used with another body before");
                }
                var status = rows.getInt(2);
                return rows.wasNull() ? Optional.empty() : Optional.of(new ApiAnswer(status, rows.getBytes(3), true));
            }
        });
    }

    private interface Run<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T with(Scope scope, KeyedCall call, String sql, Run<T> run, Object... before) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            var at = 0;
            for (var value : before) {
                statement.setObject(++at, value);
            }
            statement.setObject(++at, scope.application().value());
            statement.setString(++at, scope.environment().name());
            statement.setString(++at, call.operation().name());
            statement.setString(++at, call.key());
            return run.on(statement);
        }
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
