/**
 * Orders at a bank under a reference of ours that no payout has. Nothing is sent from their account until a
 * representative clears them.
 */
@NullMarked
package io.sarf.payouts.quarantine;

import org.jspecify.annotations.NullMarked;
