package io.sarf.payouts.dispatch;

import jakarta.persistence.PersistenceException;

/** The transaction is committed, but the caller gets no answer. */
final class Unanswered extends PersistenceException {
    private static final long serialVersionUID = 1L;

    Unanswered(String point) {
        super("The answer to a commit was lost: " + point);
    }

    static boolean isBehind(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unanswered) {
                return true;
            }
        }
        return false;
    }
}
