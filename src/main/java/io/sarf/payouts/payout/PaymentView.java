package io.sarf.payouts.payout;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the API tells of payouts, field by field as in the wire contract. */
final class PaymentView {
    private PaymentView() {}

    /** Somebody with an account. */
    record Party(@Nullable String accountNumber, String iban, String name) {}

    /** Answer to the creation of payouts that leave with one set of credentials. */
    record Created(UUID endUserId, List<CreatedPayment> payoutsPaymentDetails) {}

    record CreatedPayment(
            UUID paymentIntentId,
            @Nullable UUID paymentId,
            UUID initiatePaymentTaskId,
            String accountNumber,
            String iban,
            String bankIdentifier,
            CreatedDestination destinationDetails) {}

    record CreatedDestination(
            UUID destinationId,
            BigDecimal amount,
            String currency,
            String paymentStatus,
            @Nullable String errorMessage,
            Party recipientDetails) {}

    record Payment(
            UUID id,
            UUID paymentIntentId,
            UUID paymentSourceId,
            Party senderDetails,
            Party recipientDetails,
            BigDecimal amount,
            String currency,
            String description,
            @Nullable Instant submissionTimestamp,
            @Nullable Instant initiationTimestamp,
            String status,
            @Nullable Outcome postInitiationStatus,
            @Nullable String bankTransactionReference,
            @Nullable String granularStatusCode,
            @Nullable String statusAdditionalDetails) {}

    record Intent(
            UUID paymentIntentId,
            UUID customerId,
            BigDecimal amount,
            String currency,
            String description,
            @Nullable String externalReference,
            @Nullable Payment payment,
            IntentDestination paymentDestination) {}

    record IntentDestination(
            UUID id,
            String name,
            @Nullable String bankIdentifier,
            String shortName,
            String iban,
            @Nullable String accountNumber,
            @Nullable String swiftCode,
            @Nullable String status,
            String address,
            String country,
            String city,
            @Nullable String emirate,
            @Nullable String ifsc,
            @Nullable String sortCode,
            @Nullable Instant coolOffExpiry,
            @Nullable String routingCode,
            @Nullable String transitCode,
            @Nullable String branchAddress,
            String currencyIsoCode,
            @Nullable String postalCode) {}
}
