/**
 * Bulk payments: many payouts from one account, created together. Each is a payout with its own result; the bulk
 * payment has a status of its own and notifies the client when that changes. Refuses all of them if one has a fault.
 */
@NullMarked
package io.sarf.payouts.bulk;

import org.jspecify.annotations.NullMarked;
