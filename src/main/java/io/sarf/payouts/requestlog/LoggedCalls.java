package io.sarf.payouts.requestlog;

import io.quarkus.panache.common.Sort;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.work.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class LoggedCalls implements Retention {
    static final Duration LIFE = Duration.ofDays(7);

    /** @param path a part of the path */
    record Wanted(
            @Nullable Integer statusClass,
            @Nullable String method,
            @Nullable String path,
            @Nullable String correlation) {}

    /**
     * IGNORE skips rows already written before a connection broke, and keeps one invalid call from blocking the batch.
     */
    private static final String INSERT = "INSERT IGNORE INTO api_request (id, application, environment, called_at,"
            + " method, path, status, code, duration_ms, correlation, request_body, response_body)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    @ApplicationScoped
    static class Rows implements ScopedRows<LoggedCall> {}

    private final Rows rows;
    private final DataSource database;
    private final Clock clock;

    LoggedCalls(Rows rows, DataSource database, Clock clock) {
        this.rows = rows;
        this.database = database;
        this.clock = clock;
    }

    LoggedCall require(Scope scope, UUID id) {
        return rows.one(scope, id).orElseThrow(() -> new Missing("call"));
    }

    /** @param before only calls older than this one; null for the newest */
    List<LoggedCall> newest(Scope scope, Wanted wanted, @Nullable UUID before, int limit) {
        var condition = new StringBuilder("1 = 1");
        var values = new HashMap<String, Object>();
        narrow(condition, values, "id < :before", "before", before);
        narrow(condition, values, "statusClass = :statusClass", "statusClass", wanted.statusClass());
        narrow(condition, values, "method = :method", "method", wanted.method());
        narrow(condition, values, "correlation = :correlation", "correlation", wanted.correlation());
        // Unlike LIKE, locate has no wildcards.
        narrow(condition, values, "locate(:path, path) > 0", "path", wanted.path());
        return rows.within(scope, Sort.descending("id"), condition.toString(), values)
                .page(0, limit)
                .list();
    }

    private static void narrow(
            StringBuilder condition, Map<String, Object> values, String and, String name, @Nullable Object value) {
        if (value != null) {
            condition.append(" and ").append(and);
            values.put(name, value);
        }
    }

    @AcrossApplications
    @Transactional
    void add(List<LoggedCall> calls) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            for (var call : calls) {
                fill(insert, call);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The request log could not be written", e);
        }
    }

    private static void fill(PreparedStatement insert, LoggedCall call) throws SQLException {
        var facts = call.facts();
        var bodies = call.bodies();
        insert.setString(1, call.id().toString());
        insert.setString(2, call.scope().application().toString());
        insert.setString(3, call.scope().environment().name());
        insert.setObject(4, LocalDateTime.ofInstant(facts.at(), ZoneOffset.UTC));
        insert.setString(5, facts.method());
        insert.setString(6, facts.path());
        insert.setObject(7, facts.status());
        insert.setString(8, facts.code());
        insert.setInt(9, facts.durationMs());
        insert.setString(10, facts.correlation());
        insert.setString(11, bodies.request());
        insert.setString(12, bodies.response());
    }

    @Override
    public String table() {
        return "api_request";
    }

    @Override
    public Duration life() {
        return LIFE;
    }

    @Override
    @AcrossApplications
    @Transactional
    public boolean deleteBatch() {
        return rows.getEntityManager()
                        .createNativeQuery("DELETE FROM api_request WHERE called_at < :than LIMIT " + BATCH)
                        .setParameter("than", clock.instant().minus(LIFE))
                        .executeUpdate()
                == BATCH;
    }
}
