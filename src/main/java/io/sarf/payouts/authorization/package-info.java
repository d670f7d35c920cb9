/**
 * One flow that turns a person's code from the bank into results, for whatever can be authorized. It knows a subject by
 * id, payee and amount, never a payout; the owner of subjects implements {@code Subjects}.
 */
@NullMarked
package io.sarf.payouts.authorization;

import org.jspecify.annotations.NullMarked;
