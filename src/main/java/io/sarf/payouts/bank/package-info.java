/**
 * What a bank can be asked, and everything it can answer, as values. Owns the port and the list of configured banks;
 * knows no payout and no application. A kind of bank is an adapter in a package below this one.
 */
@NullMarked
package io.sarf.payouts.bank;

import org.jspecify.annotations.NullMarked;
