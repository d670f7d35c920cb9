/**
 * Connected banks: bank logins, their accounts, and the default authorizer. Stores credentials encrypted and decrypts
 * them only for a call to the bank. Knows no destinations and no payouts.
 */
@NullMarked
package io.sarf.payouts.connection;

import org.jspecify.annotations.NullMarked;
