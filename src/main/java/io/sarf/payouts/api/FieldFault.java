package io.sarf.payouts.api;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field.
 *
 * @param field its name in the form, which is its name in the API too
 * @param code a code of the wire contract, for example {@code INVALID_IBAN}
 * @param message what is wrong and what is expected, for a person
 * @param detail the same as a value, for whoever says it in another language; null where field and code say enough
 */
public record FieldFault(
        String field, String code, String message, @Nullable Object detail) {
    public FieldFault(String field, String code, String message) {
        this(field, code, message, null);
    }
}
