/**
 * Work that happens later: leases, back-off, retries of collided transactions, nudges after a commit, and the share of
 * the connection pool that work nobody waits for may use. What the work is belongs to the features.
 */
@NullMarked
package io.sarf.payouts.work;

import org.jspecify.annotations.NullMarked;
