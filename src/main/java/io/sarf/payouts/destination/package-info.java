/** Who can be paid, and what the connected bank says of each: refusal, cool-off, name check. Knows no payouts. */
@NullMarked
package io.sarf.payouts.destination;

import org.jspecify.annotations.NullMarked;
