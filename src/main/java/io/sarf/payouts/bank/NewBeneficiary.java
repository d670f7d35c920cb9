package io.sarf.payouts.bank;

import org.jspecify.annotations.Nullable;

/** @param reference ours; a second call with it returns the first answer */
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
