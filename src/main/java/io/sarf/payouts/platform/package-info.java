/**
 * What every feature stands on and none owns: time, ids, secrets, leases on work, the frame around a page and the shape
 * of an error. Knows nothing of payouts, people or banks.
 */
@NullMarked
package io.sarf.payouts.platform;

import org.jspecify.annotations.NullMarked;
