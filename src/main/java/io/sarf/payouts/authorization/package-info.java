/**
 * One flow that turns a person's code from the bank into results. It knows a subject by id, payee and amount, never a
 * payout; the owner of the subjects implements {@code Subjects}.
 */
@NullMarked
package io.sarf.payouts.authorization;

import org.jspecify.annotations.NullMarked;
