/**
 * Takes payouts and beneficiaries to the bank: claims what is due, calls outside of any transaction, records the
 * answer. Decides nothing itself; any number of nodes may run it at once.
 */
@NullMarked
package io.sarf.payouts.dispatch;

import org.jspecify.annotations.NullMarked;
