/**
 * One mail a day, to people who choose it, about the payouts that await their authorization in all their applications.
 * It changes no payout. Mails that are sent at once are in {@code notice}.
 */
@NullMarked
package io.sarf.payouts.digest;

import org.jspecify.annotations.NullMarked;
