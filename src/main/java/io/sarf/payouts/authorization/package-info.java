/**
 * One flow that turns a person's code from the bank into results, for whatever can be authorized. Knows a subject by
 * kind, id, payee and amount, never a payout; what came of each is told as an event, in the transaction that records it.
 */
@NullMarked
package io.sarf.payouts.authorization;

import org.jspecify.annotations.NullMarked;
