package io.sarf.payouts.idempotency;

import io.sarf.payouts.api.ApiAnswer;
import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.work.Batches;
import io.sarf.payouts.work.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
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

    private static final String ANSWERED = "SET STATEMENT innodb_lock_wait_timeout = 0 FOR"
            + " INSERT IGNORE INTO idempotent_call"
            + " (application, environment, operation, call_key, body_hash, created_at, status, answer) VALUES ";

    private static final String ONE_ANSWERED = "(?, ?, ?, ?, ?, ?, ?, ?)";

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
    Optional<ApiAnswer> take(Idempotency.KeyedCall call) {
        try {
            var taken = with(call, INSERT, PreparedStatement::executeUpdate, call.bodyHash(), utc(clock.instant()));
            return taken == 1 ? Optional.empty() : first(call);
        } catch (SQLException e) {
            if (LOCKED.contains(e.getErrorCode())) {
                throw Idempotency.inProgress();
            }
            throw new PersistenceException(e);
        }
    }

    /**
     * Takes keys that nobody has, with their answers. Waits for nobody.
     *
     * @param some with different keys
     * @return the keys that are taken now
     * @throws PersistenceException with error 1205 if another transaction is taking one of them
     */
    @AcrossApplications
    @Transactional(Transactional.TxType.MANDATORY)
    Set<Idempotency.KeyedCall.Key> take(List<Idempotency.Answered> some) {
        var taken = new HashSet<Idempotency.KeyedCall.Key>();
        // Parts of 1, 2, 4, … rows: each text of a statement is prepared once for each connection.
        for (var from = 0; from < some.size(); ) {
            var to = from + Integer.highestOneBit(some.size() - from);
            taken.addAll(taken(some.subList(from, to)));
            from = to;
        }
        return taken;
    }

    private Set<Idempotency.KeyedCall.Key> taken(List<Idempotency.Answered> some) {
        var now = utc(clock.instant());
        var sql = ANSWERED + String.join(", ", Collections.nCopies(some.size(), ONE_ANSWERED))
                + " RETURNING call_key, application, environment, operation";
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            var at = 0;
            for (var one : some) {
                at = bind(insert, at, one.call().key());
                insert.setBytes(++at, one.call().bodyHash());
                insert.setObject(++at, now);
                insert.setInt(++at, one.answer().status());
                insert.setBytes(++at, one.answer().body());
            }
            var taken = new HashSet<Idempotency.KeyedCall.Key>();
            try (var rows = insert.executeQuery()) {
                while (rows.next()) {
                    taken.add(key(rows));
                }
            }
            return taken;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static Idempotency.KeyedCall.Key key(ResultSet row) throws SQLException {
        var scope = new Scope(
                ApplicationId.fromString(row.getString("application")),
                Environment.valueOf(row.getString("environment")));
        return new Idempotency.KeyedCall.Key(
                scope, Operation.valueOf(row.getString("operation")), row.getString("call_key"));
    }

    /** What the earlier call with this key left for this one; a fault if it had another body. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Batches.Outcome<ApiAnswer>> earlier(Idempotency.KeyedCall call) {
        try {
            return first(call).map(Batches.Outcome::of);
        } catch (ApiFault reused) {
            // Thrown, it would end the transaction of all calls.
            return Optional.of(Batches.Outcome.fault(reused));
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** Stores the answer unless there is one; returns the stored one. */
    @Transactional(Transactional.TxType.MANDATORY)
    ApiAnswer store(Idempotency.KeyedCall call, ApiAnswer answer) {
        try {
            var keys = with(call, STORE, PreparedStatement::executeUpdate, answer.status(), answer.body());
            return keys == 1 ? answer : first(call).orElse(answer);
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

    private Optional<ApiAnswer> first(Idempotency.KeyedCall call) throws SQLException {
        return with(call, FIRST, statement -> {
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                if (!MessageDigest.isEqual(rows.getBytes(1), call.bodyHash())) {
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

    private <T> T with(Idempotency.KeyedCall call, String sql, Run<T> run, Object... before) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            var at = 0;
            for (var value : before) {
                statement.setObject(++at, value);
            }
            bind(statement, at, call.key());
            return run.on(statement);
        }
    }

    private static int bind(PreparedStatement statement, int after, Idempotency.KeyedCall.Key key) throws SQLException {
        statement.setObject(after + 1, key.scope().application().value());
        statement.setString(after + 2, key.scope().environment().name());
        statement.setString(after + 3, key.operation().name());
        statement.setString(after + 4, key.text());
        return after + 4;
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
