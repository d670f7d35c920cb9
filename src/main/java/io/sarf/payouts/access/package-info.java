/**
 * The door to payouts: enabled by the representative, accepted by the person. Owns the terms and who accepted them, and
 * sends whoever may not pass to the page that says what to do next. Whether a bank is connected is asked behind it.
 */
@NullMarked
package io.sarf.payouts.access;

import org.jspecify.annotations.NullMarked;
