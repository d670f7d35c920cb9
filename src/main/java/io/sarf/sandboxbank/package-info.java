/**
 * A bank to rehearse with: its own books, its own address, its own look. It owns accounts, orders and the double-entry
 * ledger behind them, and the ways a bank can fail, which it shows on demand. It shares no code with the product, which
 * reaches it over HTTP only, and it moves no real money.
 */
@NullMarked
package io.sarf.sandboxbank;

import org.jspecify.annotations.NullMarked;
