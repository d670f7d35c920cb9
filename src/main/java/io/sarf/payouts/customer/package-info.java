/**
 * The customers a client names. The company itself is always one of them, without a row; it belongs to the environment.
 * Refuses a name twice.
 */
@NullMarked
package io.sarf.payouts.customer;

import org.jspecify.annotations.NullMarked;
