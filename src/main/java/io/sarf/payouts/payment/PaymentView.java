package io.sarf.payouts.payment;

import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.destination.Beneficiary;
import io.sarf.payouts.payout.PayoutState.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON of payouts, field by field as in the wire contract. */
final class PaymentView {
    private PaymentView() {}

    @Schema(name = "Party")
    record Party(@Nullable String accountNumber, String iban, String name) {}

    /** The answer to the creation of payouts with one set of credentials. */
    @Schema(name = "CreatedPayments")
    record Created(UUID endUserId, List<CreatedPayment> payoutsPaymentDetails) {}

    @Schema(name = "CreatedPayment")
    record CreatedPayment(
            UUID paymentIntentId,
            @Nullable UUID paymentId,
            UUID initiatePaymentTaskId,
            String accountNumber,
            String iban,
            String bankIdentifier,
            CreatedDestination destinationDetails) {}

    @Schema(name = "CreatedPaymentDestination")
    record CreatedDestination(
            UUID destinationId,
            BigDecimal amount,
            String currency,
            @Schema(enumeration = {"CREATED", "FAILED"}) String paymentStatus,
            @Nullable String errorMessage,
            Party recipientDetails) {}

    /** @param id null for a payout that failed before the bank took its order; only an intent shows it */
    @Schema(name = "Payment")
    record Payment(
            @Nullable UUID id,
            UUID paymentIntentId,
            UUID paymentSourceId,
            Party senderDetails,
            Party recipientDetails,
            BigDecimal amount,
            String currency,
            String description,
            @Nullable Instant submissionTimestamp,
            @Nullable Instant initiationTimestamp,

            @Schema(
                    enumeration = {
                        "AWAITING_AUTHORIZATION",
                        "AUTHORISATION_FAILED",
                        "PENDING_WITH_BANK",
                        "ACCEPTED_BY_BANK",
                        "FAILED"
                    })
            String status,

            @Nullable Outcome postInitiationStatus,
            @Nullable String bankTransactionReference,

            @Schema(implementation = ReasonCode.class) @Nullable
            String granularStatusCode,

            @Nullable String statusAdditionalDetails) {}

    @Schema(name = "PaymentIntent")
    record Intent(
            UUID paymentIntentId,
            UUID customerId,
            BigDecimal amount,
            String currency,
            String description,
            @Nullable String externalReference,
            @Nullable Payment payment,
            IntentDestination paymentDestination) {}

    @Schema(name = "PaymentIntentDestination")
    record IntentDestination(
            UUID id,
            String name,
            @Nullable String bankIdentifier,
            String shortName,
            String iban,
            @Nullable String accountNumber,
            @Nullable String swiftCode,

            @Schema(implementation = Beneficiary.Shown.class) @Nullable
            String status,

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
