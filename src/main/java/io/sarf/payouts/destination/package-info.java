/**
 * Who can be paid. Creating a destination also adds it to the connected bank as a beneficiary, and stores what the bank
 * says of it: refusal, cool-off, name check. Knows no payouts.
 */
@NullMarked
package io.sarf.payouts.destination;

import org.jspecify.annotations.NullMarked;
