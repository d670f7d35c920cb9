package io.sarf.payouts.bank;

import org.jspecify.annotations.Nullable;

/**
 * Who is paid.
 *
 * @param country ISO 3166-1 alpha-3
 * @param currency ISO 4217
 */
public record Creditor(
        String name,
        String iban,
        @Nullable String accountNumber,
        @Nullable String swiftCode,
        String address,
        String city,
        String country,
        String currency) {}
