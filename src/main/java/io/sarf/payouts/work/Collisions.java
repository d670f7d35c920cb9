package io.sarf.payouts.work;

import jakarta.persistence.EntityExistsException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.hibernate.StaleStateException;

/** Detects transactions the database rolled back in favour of another one, and retries them. */
public final class Collisions {
    public static final int TRIES = 8;

    private static final int MOST = 50;

    private static final int DUPLICATE_KEY = 1062;

    private static final int LOCK_WAIT_TIMEOUT = 1205;

    /** MariaDB's codes: deadlock or failed certification; row changed since it was read; duplicate key. */
    private static final Set<Integer> CODES = Set.of(1213, 1020, DUPLICATE_KEY);

    private Collisions() {}

    public static <T> T outlasting(int tries, Callable<T> work) throws Exception {
        for (var tried = 1; ; tried++) {
            try {
                return work.call();
            } catch (Exception e) {
                if (tried >= tries || !behind(e)) {
                    throw e;
                }
            }
        }
    }

    /** Whether another transaction held a row for longer than the statement waits. */
    static boolean locked(Throwable thrown) {
        return any(thrown, one -> one instanceof SQLException failed && failed.getErrorCode() == LOCK_WAIT_TIMEOUT);
    }

    /** Whether the database cannot be reached. SQL states of class 08 are about the connection. */
    public static boolean unreachable(Throwable thrown) {
        return any(
                thrown,
                one -> one instanceof SQLException failed
                        && failed.getSQLState() != null
                        && failed.getSQLState().startsWith("08"));
    }

    /** Whether the database rolled back in favour of another transaction. */
    public static boolean behind(Throwable thrown) {
        return any(
                thrown,
                one -> one instanceof OptimisticLockException
                        || one instanceof StaleStateException
                        || (one instanceof SQLException failed && CODES.contains(failed.getErrorCode())));
    }

    /** Whether a unique key exists already, for example the id a form sends. */
    public static boolean keyTaken(Throwable thrown) {
        // Thrown if the session has loaded the other row.
        return any(
                thrown,
                one -> (one instanceof SQLException failed && failed.getErrorCode() == DUPLICATE_KEY)
                        || one instanceof EntityExistsException);
    }

    /** Includes suppressed exceptions: the cause of a failed commit is suppressed in the commit's exception. */
    private static boolean any(Throwable thrown, Predicate<Throwable> is) {
        var waiting = new ArrayDeque<Throwable>();
        waiting.add(thrown);
        for (var seen = 0; !waiting.isEmpty() && seen < MOST; seen++) {
            var one = waiting.remove();
            if (is.test(one)) {
                return true;
            }
            if (one.getCause() != null) {
                waiting.add(one.getCause());
            }
            waiting.addAll(Arrays.asList(one.getSuppressed()));
        }
        return false;
    }
}
