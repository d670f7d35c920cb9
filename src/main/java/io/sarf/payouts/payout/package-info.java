/**
 * The payout: what somebody is paid, where it stands, and every way it may go from there. Owns its lifecycle, which one
 * pure function knows, and the task of taking it further; calls no bank itself.
 */
@NullMarked
package io.sarf.payouts.payout;

import org.jspecify.annotations.NullMarked;
