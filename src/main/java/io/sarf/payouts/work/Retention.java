package io.sarf.payouts.work;

import java.time.Duration;

/** Rows deleted by age, by one timer for all features. */
public interface Retention {
    int BATCH = 1_000;

    String table();

    /** Time until a row is deleted, from its creation or expiry. */
    Duration life();

    /** Deletes one batch in its own transaction; returns whether there may be more. */
    boolean deleteBatch();
}
