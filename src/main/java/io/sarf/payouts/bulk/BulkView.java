package io.sarf.payouts.bulk;

import io.sarf.payouts.api.ApiPage;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.connection.SourceAccount;
import io.sarf.payouts.payout.ApiStatus;
import io.sarf.payouts.payout.PayoutState.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param mechanism always CSV, as in Lean's API */
@Schema(name = "BulkPayment")
record BulkView(
        UUID bulkPaymentIntentId,
        String mechanism,
        Sender senderDetails,
        Payments payoutsPaymentDetails,
        Instant createdAt,
        Instant updatedAt) {

    @Schema(name = "BulkSender")
    record Sender(String bankIdentifier, String accountNumber, String iban) {}

    @Schema(name = "BulkTotals")
    record Payments(
            BulkStatus status, String currency, BigDecimal totalAmount, int totalPayments, Map<String, Long> counts) {}

    @Schema(name = "BulkRowList")
    record Rows(List<Row> content, ApiPage page) {}

    /** @param row its place in the request, from 0 */
    @Schema(name = "BulkRow")
    record Row(
            int row,
            UUID paymentIntentId,
            @Nullable UUID paymentId,
            UUID destinationId,
            String recipientName,
            String recipientIban,
            BigDecimal amount,
            String currency,
            String description,
            @Nullable String externalReference,
            ApiStatus status,
            @Nullable Outcome postInitiationStatus,

            @Schema(implementation = ReasonCode.class) @Nullable
            String granularStatusCode,

            @Nullable String statusAdditionalDetails,
            Instant updatedAt) {
        static Row of(PayoutsOfBulk.Row row) {
            return new Row(
                    row.row(),
                    row.intent(),
                    row.payment(),
                    row.destination(),
                    row.recipientName(),
                    row.recipientIban(),
                    row.amount(),
                    row.currency(),
                    row.description(),
                    row.externalReference(),
                    row.status(),
                    row.outcome(),
                    row.reasonCode(),
                    row.reason(),
                    row.updatedAt());
        }
    }

    static BulkView of(BulkPayment bulk, SourceAccount from, Map<String, Long> counts) {
        return new BulkView(
                bulk.id(),
                "CSV",
                new Sender(from.bank(), from.accountNumber(), from.iban()),
                new Payments(
                        bulk.status(),
                        bulk.total().getCurrencyUnit().getCode(),
                        bulk.total().getAmount(),
                        bulk.totalPayments(),
                        counts),
                bulk.createdAt(),
                bulk.updatedAt());
    }
}
