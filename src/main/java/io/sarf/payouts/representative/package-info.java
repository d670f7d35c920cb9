/**
 * The console of whoever runs the product: which applications there are, who asked for payouts, and the switch for it.
 * Stands outside of any application. Sees no credentials and no secrets, and cannot touch a payout.
 */
@NullMarked
package io.sarf.payouts.representative;

import org.jspecify.annotations.NullMarked;
