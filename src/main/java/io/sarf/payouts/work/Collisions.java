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

/** When two transactions meant the same rows and the database let one of them win. */
public final class Collisions {
    /** So often something is begun anew. */
    public static final int TRIES = 8;

    /** Exceptions that are looked at, one behind the other. */
    private static final int MOST = 50;

    /** MariaDB's number for a unique key. */
    private static final int DUPLICATE_KEY = 1062;

    /** MariaDB's: deadlock, or not certified by the cluster; a row that changed since it was read; a unique key. */
    private static final Set<Integer> CODES = Set.of(1213, 1020, DUPLICATE_KEY);

    private Collisions() {}

    /** Does it, and once more when somebody else won; up to {@code tries} times. */
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

    static boolean behind(Throwable thrown) {
        return any(
                thrown,
                one -> one instanceof OptimisticLockException
                        || one instanceof StaleStateException
                        || (one instanceof SQLException failed && CODES.contains(failed.getErrorCode())));
    }

    /** Whether a key was taken already, such as the id a form brought along. */
    public static boolean keyTaken(Throwable thrown) {
        // The second is what the session says that has loaded the other row already.
        return any(
                thrown,
                one -> (one instanceof SQLException failed && failed.getErrorCode() == DUPLICATE_KEY)
                        || one instanceof EntityExistsException);
    }

    /** Looks at suppressed exceptions, too: what failed a commit is a suppressed one of what the commit throws. */
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
