package io.sarf.payouts.work;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hibernate.StaleStateException;

/** When two transactions meant the same rows and the database let one of them win. */
public final class Collisions {
    /** So often something is begun anew. */
    public static final int TRIES = 8;

    private static final int MOST = 50;

    /** MariaDB's: deadlock, or not certified by the cluster; a row that changed since it was read; a unique key. */
    private static final Set<Integer> CODES = Set.of(1213, 1020, 1062);

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

    /** Looks behind the exception too: what failed a commit is a suppressed one of what the commit throws. */
    static boolean behind(Throwable thrown) {
        var waiting = new ArrayDeque<Throwable>();
        waiting.add(thrown);
        for (var seen = 0; !waiting.isEmpty() && seen < MOST; seen++) {
            var one = waiting.remove();
            if (is(one)) {
                return true;
            }
            var cause = one.getCause();
            if (cause != null) {
                waiting.add(cause);
            }
            waiting.addAll(Arrays.asList(one.getSuppressed()));
        }
        return false;
    }

    private static boolean is(Throwable one) {
        return one instanceof OptimisticLockException
                || one instanceof StaleStateException
                || (one instanceof SQLException failed && CODES.contains(failed.getErrorCode()));
    }
}
