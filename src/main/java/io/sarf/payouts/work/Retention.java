package io.sarf.payouts.work;

import java.time.Duration;

/** Rows that are deleted by age. One timer deletes those of every feature. */
public interface Retention {
    /** Rows that one transaction deletes at most. */
    int BATCH = 1_000;

    /** The table they are in. */
    String table();

    /** How long a row stays, from when it was written or ran out. */
    Duration life();

    /** Deletes a batch of what is too old, in a transaction of its own; whether there may be more. */
    boolean deleteBatch();
}
