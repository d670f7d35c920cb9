/**
 * The console of the representatives: applications, requests for payouts, features, default authorizers and quarantined
 * orders. It belongs to no application. It shows no credentials and no secrets, and cannot change a payout.
 */
@NullMarked
package io.sarf.payouts.representative;

import org.jspecify.annotations.NullMarked;
