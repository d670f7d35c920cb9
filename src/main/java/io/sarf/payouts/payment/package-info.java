/**
 * The API of payouts and payments: creating, listing, cancelling. What a payout is and which transitions it takes
 * belongs to payout.
 */
@NullMarked
package io.sarf.payouts.payment;

import org.jspecify.annotations.NullMarked;
