package io.sarf.payouts.idempotency;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.platform.ApiAnswer;
import io.sarf.payouts.platform.ApiCode;
import io.sarf.payouts.platform.ApiFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys that were used, each with its first answer. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class KeptAnswers {
    /** Lock wait timeout and deadlock, as MariaDB numbers them. */
    private static final Set<Integer> SOMEBODY_HOLDS_IT = Set.of(1205, 1213);

    /** Who waits for a twin, waits two seconds. */
    private static final String INSERT = "SET STATEMENT innodb_lock_wait_timeout = 2 FOR"
            + " INSERT IGNORE INTO idempotent_call (application, environment, operation, call_key, body_hash, created_at)"
            + " VALUES (:application, :environment, :operation, :key, :hash, :now)";

    private static final String WHERE = " WHERE application = :application AND environment = :environment"
            + " AND operation = :operation AND call_key = :key";

    private final EntityManager entities;
    private final Clock clock;

    KeptAnswers(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Makes the key this transaction's own, so that its twins wait.
     *
     * @return the first answer, when there is one already
     * @throws ApiFault IDEMPOTENCY_KEY_REUSED when the key came with another body, REQUEST_IN_PROGRESS when a twin is at
     *     it for longer than this one waits
     */
    Optional<ApiAnswer> take(Scope scope, KeyedCall call) {
        return insert(scope, call) ? Optional.empty() : first(scope, call);
    }

    /** Keeps the answer unless there is one; returns the one that is kept. */
    ApiAnswer keep(Scope scope, KeyedCall call, ApiAnswer answer) {
        var kept = of(
                        scope,
                        call,
                        "UPDATE idempotent_call SET status = :status, answer = :answer" + WHERE + " AND status IS NULL")
                .setParameter("status", answer.status())
                .setParameter("answer", answer.body())
                .executeUpdate();
        return kept == 1 ? answer : first(scope, call).orElse(answer);
    }

    /** Deletes the keys that were first used before the limit, at most so many; returns how many. */
    int forget(AcrossApplications right, Instant limit, int atOnce) {
        return entities.createNativeQuery("DELETE FROM idempotent_call WHERE created_at < :limit LIMIT " + atOnce)
                .setParameter("limit", limit)
                .executeUpdate();
    }

    private boolean insert(Scope scope, KeyedCall call) {
        try {
            return of(scope, call, INSERT)
                            .setParameter("hash", call.body().sha256())
                            .setParameter("now", clock.instant())
                            .executeUpdate()
                    == 1;
        } catch (PersistenceException e) {
            if (somebodyHoldsIt(e)) {
                throw ApiFault.retry(
                        ApiCode.REQUEST_IN_PROGRESS,
                        "Another call with this idempotency-key is being carried out",
                        Duration.ofSeconds(1));
            }
            throw e;
        }
    }

    private Optional<ApiAnswer> first(Scope scope, KeyedCall call) {
        var row = (Object[])
                of(scope, call, "SELECT body_hash, status, answer FROM idempotent_call" + WHERE + " LOCK IN SHARE MODE")
                        .getSingleResult();
        if (!MessageDigest.isEqual((byte[]) row[0], call.body().sha256())) {
            throw new ApiFault(
                    ApiCode.IDEMPOTENCY_KEY_REUSED, "This idempotency-key was used with another body before");
        }
        return row[1] == null
                ? Optional.empty()
                : Optional.of(new ApiAnswer(((Number) row[1]).intValue(), (byte[]) row[2], true));
    }

    private Query of(Scope scope, KeyedCall call, String sql) {
        return entities.createNativeQuery(sql)
                .setParameter("application", scope.application().value())
                .setParameter("environment", scope.environment().name())
                .setParameter("operation", call.operation().name())
                .setParameter("key", call.key());
    }

    private static boolean somebodyHoldsIt(PersistenceException thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && SOMEBODY_HOLDS_IT.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }
}
