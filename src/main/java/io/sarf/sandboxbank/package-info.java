/**
 * A simulated bank with its own database, address and look. It owns accounts, orders and a double-entry ledger, and
 * simulates on demand the ways a bank can fail. It shares no code with the product, which reaches it over HTTP only,
 * and moves no real money.
 */
@NullMarked
package io.sarf.sandboxbank;

import org.jspecify.annotations.NullMarked;
