/**
 * Orders that a bank has under a reference of ours and that no payout knows. Nothing is sent from their account until a
 * representative has cleared them.
 */
@NullMarked
package io.sarf.payouts.quarantine;

import org.jspecify.annotations.NullMarked;
