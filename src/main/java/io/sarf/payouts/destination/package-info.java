/**
 * Who is paid. Creating a destination also makes it known to the connected bank as a beneficiary, and what the bank
 * said of it (refused, cooling off, the name check) stands beside it. Never knows a payout.
 */
@NullMarked
package io.sarf.payouts.destination;

import org.jspecify.annotations.NullMarked;
