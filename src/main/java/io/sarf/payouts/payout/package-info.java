/** Payouts, their lifecycle and the task that says when the next step is due. Calls no bank. */
@NullMarked
package io.sarf.payouts.payout;

import org.jspecify.annotations.NullMarked;
