/**
 * Work that happens later: leases, back-off, retries of collided transactions, nudges after a commit, and the
 * background's share of the connection pool. The features own the work itself.
 */
@NullMarked
package io.sarf.payouts.work;

import org.jspecify.annotations.NullMarked;
