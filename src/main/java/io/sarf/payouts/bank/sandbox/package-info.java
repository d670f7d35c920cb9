/**
 * The adapter to the sandbox bank, over HTTP. It maps each answer and each kind of failure to a value of the port, and
 * offers what only the sandbox has: test users, the portal's address, a movable clock. It shares no code with the bank
 * and caches only the list of banks.
 */
@NullMarked
package io.sarf.payouts.bank.sandbox;

import org.jspecify.annotations.NullMarked;
