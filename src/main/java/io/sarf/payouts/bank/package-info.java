/**
 * The calls to a bank, and all their answers as values. Owns the port and the list of configured banks; knows no payout
 * and no application. Each kind of bank is an adapter in a sub-package.
 */
@NullMarked
package io.sarf.payouts.bank;

import org.jspecify.annotations.NullMarked;
