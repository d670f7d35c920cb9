/**
 * What every feature uses and none owns: time, ids, rate limits, secrets, refusals, typed digits. Knows nothing of
 * payouts, people or banks.
 */
@NullMarked
package io.sarf.payouts.platform;

import org.jspecify.annotations.NullMarked;
