/**
 * Connected banks: one person's bank login each, its accounts, and which of them is the default authorizer. Keeps
 * credentials sealed and hands them out only for a call to the bank. Knows no destination and no payout.
 */
@NullMarked
package io.sarf.payouts.connection;

import org.jspecify.annotations.NullMarked;
