/**
 * Bulk payments: many payouts from one account that are asked for together. Each is a payout of its own, with its own
 * result; a bulk payment knows what they are in all and tells the client when that changes. Refuses all when one is faulty.
 */
@NullMarked
package io.sarf.payouts.bulk;

import org.jspecify.annotations.NullMarked;
