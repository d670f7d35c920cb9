package io.sarf.payouts.work;

/** Rows deleted by age, by one timer for all features. */
public interface Retention {
    int BATCH = 1_000;

    /** Deletes one batch in its own transaction; returns whether there may be more. */
    boolean deleteBatch();
}
