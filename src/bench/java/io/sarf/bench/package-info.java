/**
 * Measures how fast payouts are created through the API, beside a bare JDBC program that writes the same rows. A
 * benchmark, never a test: nothing here passes or fails by the clock, and the product does not know of it.
 */
@NullMarked
package io.sarf.bench;

import org.jspecify.annotations.NullMarked;
