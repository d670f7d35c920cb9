/**
 * The adapter to the sandbox bank, over HTTP. It turns each answer, and each way of not getting one, into a value of the
 * port, and offers what only the sandbox has: test users, a portal address, a clock that can be moved. It shares no code
 * with the bank and keeps no state but the list of banks.
 */
@NullMarked
package io.sarf.payouts.bank.sandbox;

import org.jspecify.annotations.NullMarked;
