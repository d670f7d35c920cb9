package io.sarf.payouts.work;

/** Rows that are deleted by age. One timer deletes those of every feature. */
public interface Retention {
    /** Rows that one transaction deletes at most. */
    int BATCH = 1_000;

    /** Deletes a batch of what is too old, in a transaction of its own; whether there may be more. */
    boolean deleteBatch();
}
