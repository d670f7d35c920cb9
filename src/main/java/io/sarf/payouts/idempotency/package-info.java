/**
 * Calls that carry an {@code idempotency-key}: the same call again has no second effect and gets the first answer, byte
 * for byte, from any node and after any restart. Knows operations by name only; what they do is theirs.
 */
@NullMarked
package io.sarf.payouts.idempotency;

import org.jspecify.annotations.NullMarked;
