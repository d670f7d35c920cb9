/**
 * Calls with an {@code idempotency-key}: a repeated call has no second effect and gets the first answer, byte for byte,
 * from any node and after any restart. Knows operations by name only.
 */
@NullMarked
package io.sarf.payouts.idempotency;

import org.jspecify.annotations.NullMarked;
