/**
 * Calls every page and every operation in the code as everybody: without signing in, in each role, as a stranger, with the
 * ids of others. {@code AllowedCallers} states who may call each; an endpoint without a statement fails. The answers are
 * printed into {@code docs/access.md}.
 */
package io.sarf.payouts.endpoints;
