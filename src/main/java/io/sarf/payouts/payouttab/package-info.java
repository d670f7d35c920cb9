/** The Payouts tab: overview, list, search, new payouts, accepting a name. Owns no data; payout makes the changes. */
@NullMarked
package io.sarf.payouts.payouttab;

import org.jspecify.annotations.NullMarked;
