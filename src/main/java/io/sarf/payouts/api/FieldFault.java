package io.sarf.payouts.api;

import org.jspecify.annotations.Nullable;

/**
 * @param code of the wire contract, for example {@code INVALID_IBAN}
 * @param detail the value a translated message needs; null if field and code suffice
 */
public record FieldFault(
        String field, String code, String message, @Nullable Object detail) {
    public FieldFault(String field, String code, String message) {
        this(field, code, message, null);
    }
}
