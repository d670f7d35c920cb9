/**
 * The payout: its data, its status and all its transitions. Owns the lifecycle, which is one pure function, and the
 * task that says when the next step is due; calls no bank itself.
 */
@NullMarked
package io.sarf.payouts.payout;

import org.jspecify.annotations.NullMarked;
