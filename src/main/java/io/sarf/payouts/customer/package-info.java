/**
 * The customers a client names for itself. The company itself is one of them from the start, without a row; it belongs
 * to the environment. Refuses a name twice.
 */
@NullMarked
package io.sarf.payouts.customer;

import org.jspecify.annotations.NullMarked;
