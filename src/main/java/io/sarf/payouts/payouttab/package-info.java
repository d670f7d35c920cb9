/**
 * The Payouts tab: overview, list, search, one payout, a new one, accepting another account name. Pages only; every change is a
 * use case of payout.
 */
@NullMarked
package io.sarf.payouts.payouttab;

import org.jspecify.annotations.NullMarked;
