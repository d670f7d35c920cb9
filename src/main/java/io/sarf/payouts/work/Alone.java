package io.sarf.payouts.work;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table that are claimed alone take turns with all others. One of them at most is under way on this node: if it ends
 * the process, it takes no other of its kind with it.
 */
final class Alone {
    private @Nullable UUID owner;
    private Instant until = Instant.MIN;
    private boolean othersFirst;

    /** Whether rows that are claimed alone must wait for one claim of others. */
    synchronized boolean othersFirst() {
        return othersFirst;
    }

    /** False if another one is under way. */
    synchronized boolean begin(UUID owner, Instant now, Instant until) {
        if (this.owner != null && now.isBefore(this.until)) {
            return false;
        }
        this.owner = owner;
        this.until = until;
        return true;
    }

    /** Does nothing unless this owner has begun. */
    synchronized void ended(UUID owner) {
        if (owner.equals(this.owner)) {
            this.owner = null;
        }
    }

    /** @param alone whether it was a row alone */
    synchronized void claimed(boolean alone) {
        othersFirst = alone;
    }
}
