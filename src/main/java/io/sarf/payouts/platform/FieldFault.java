package io.sarf.payouts.platform;

/**
 * What is wrong with one field.
 *
 * @param field its name in the form, which is its name in the API too
 * @param code a code of the wire contract, for example {@code INVALID_IBAN}
 * @param message what is wrong and what is expected, for a person
 */
public record FieldFault(String field, String code, String message) {}
