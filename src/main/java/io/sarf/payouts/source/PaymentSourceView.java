package io.sarf.payouts.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.SourceAccount;
import io.sarf.payouts.destination.Beneficiary;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param status AWAITING_BENEFICIARY_COOL_OFF while none of its beneficiaries can be paid yet, else ACTIVE */
@Schema(name = "PaymentSource")
record PaymentSourceView(
        UUID id,
        UUID customerId,
        UUID appId,

        @Schema(enumeration = {"ACTIVE", "AWAITING_BENEFICIARY_COOL_OFF"})
        String status,

        @Nullable Instant beneficiaryCoolOffExpiry,
        String bankIdentifier,
        List<Payee> beneficiaries,
        List<Account> accounts) {

    @Schema(name = "PaymentSourceBeneficiary")
    record Payee(
            UUID id,
            UUID paymentDestinationId,

            @Schema(implementation = Beneficiary.Shown.class)
            String status,

            @Nullable Instant beneficiaryCoolOffExpiry) {
        static Payee of(Beneficiary beneficiary) {
            return new Payee(
                    beneficiary.id(),
                    beneficiary.destination().value(),
                    beneficiary.shown().name(),
                    beneficiary.coolOffUntil());
        }
    }

    /** @param balance absent, with its time, if balances were not requested */
    @Schema(name = "PaymentSourceAccount")
    record Account(
            UUID id,
            UUID accountId,
            String accountName,
            String accountNumber,
            String iban,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            BigDecimal balance,

            String currency,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant balanceLastUpdated) {
        static Account of(SourceAccount account, boolean balance) {
            return new Account(
                    account.id().value(),
                    account.id().value(),
                    account.name(),
                    account.accountNumber(),
                    account.iban(),
                    balance ? account.balance().getAmount() : null,
                    account.currency().getCode(),
                    balance ? account.balanceAt() : null);
        }
    }

    static PaymentSourceView of(
            BankConnection connection, UUID customer, List<Beneficiary> beneficiaries, List<Account> accounts) {
        var payable = beneficiaries.isEmpty()
                || beneficiaries.stream().anyMatch(one -> one.status() == Beneficiary.Status.ACTIVE);
        var firstReady = beneficiaries.stream()
                .map(Beneficiary::coolOffUntil)
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
        var waits = !payable && firstReady.isPresent();
        return new PaymentSourceView(
                connection.paymentSource(),
                customer,
                connection.scope().application().value(),
                waits ? "AWAITING_BENEFICIARY_COOL_OFF" : "ACTIVE",
                waits ? firstReady.get() : null,
                connection.bank(),
                beneficiaries.stream().map(Payee::of).toList(),
                accounts);
    }
}
