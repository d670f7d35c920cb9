/**
 * Sends payouts and beneficiaries to the bank: claims what is due, calls outside any transaction, records the answer.
 * Takes no decisions about payouts itself; any number of nodes may run it at once.
 */
@NullMarked
package io.sarf.payouts.dispatch;

import org.jspecify.annotations.NullMarked;
