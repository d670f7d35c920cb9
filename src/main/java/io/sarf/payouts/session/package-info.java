/**
 * Sessions after the sign-in: their owner sees and ends them, the identity provider ends them, and forms that were sent
 * after the end are stored. {@code team} decides who is signed in and what they may do.
 */
@NullMarked
package io.sarf.payouts.session;

import org.jspecify.annotations.NullMarked;
