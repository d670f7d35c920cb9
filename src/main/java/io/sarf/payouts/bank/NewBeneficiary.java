package io.sarf.payouts.bank;

import org.jspecify.annotations.Nullable;

/**
 * @param reference ours for this beneficiary; a second call with it answers what the first did
 * @param country ISO 3166-1 alpha-3
 */
public record NewBeneficiary(
        String reference,
        String name,
        String iban,
        @Nullable String accountNumber,
        @Nullable String swiftCode,
        String address,
        String city,
        String country,
        String currency) {}
