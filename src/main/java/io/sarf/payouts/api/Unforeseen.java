package io.sarf.payouts.api;

import io.sarf.payouts.work.WaitingCalls;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

public final class Unforeseen {
    private static final Logger LOG = Logger.getLogger(Unforeseen.class);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int DEEP = 20;

    /** Agroal's message when a connection cannot join a transaction. */
    private static final String CUT_IN_THE_POOL = "Exception in association of connection to existing transaction";

    private Unforeseen() {}

    /** Reveals only whether a retry may help. */
    public static ApiFault fault(Throwable thrown) {
        if (thrown instanceof ApiFault fault) {
            return fault;
        }
        if (passes(thrown)) {
            LOG.warnf("Refused for now: %s", thrown.getMessage());
            return ApiFault.retry(ApiCode.SERVICE_UNAVAILABLE, "Not available just now. Try again.", SOON);
        }
        LOG.error("An API call failed", thrown);
        return new ApiFault(
                ApiCode.INTERNAL_SERVER_ERROR, "Something went wrong here. Quote lean-correlation-id when you ask us.");
    }

    /** Whether nothing has happened, and a retry may succeed. */
    public static boolean passes(Throwable thrown) {
        return thrown instanceof WaitingCalls.Busy || databaseAway(thrown);
    }

    /** Whether the database did not answer. */
    public static boolean databaseAway(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (var depth = 0; cause != null && depth < DEEP; depth++) {
            if (cause instanceof JDBCConnectionException
                    || cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLRecoverableException
                    || (cause instanceof SQLException failed && noConnection(failed))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean noConnection(SQLException failed) {
        var state = failed.getSQLState();
        // Without an SQL state, the pool timed out or returned a connection that was cut meanwhile.
        return (state != null && state.startsWith("08"))
                || failed.getCause() instanceof TimeoutException
                || CUT_IN_THE_POOL.equals(failed.getMessage());
    }
}
