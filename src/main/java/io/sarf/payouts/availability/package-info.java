/**
 * Which banks a company lets its people connect in each environment, and what API and webhook report of it. They also
 * report whether the bank works; that comes from the bank.
 */
@NullMarked
package io.sarf.payouts.availability;

import org.jspecify.annotations.NullMarked;
