/**
 * The Payouts tab: overview, list, search, one payout, a new payout, accepting a payee's name. Only pages; the package
 * payout makes the changes, except accepting a name.
 */
@NullMarked
package io.sarf.payouts.payouttab;

import org.jspecify.annotations.NullMarked;
