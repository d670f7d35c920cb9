package io.sarf.payouts.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sarf.payouts.api.ApiPage;
import io.sarf.payouts.destination.Beneficiary;
import io.sarf.payouts.destination.Destination;
import io.sarf.payouts.payout.ApiStatus;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutState.Outcome;
import io.sarf.payouts.payout.PayoutStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PaymentList")
record PaymentsView(List<Item> content, ApiPage page) {

    /** @param paymentId absent until the payment exists */
    @Schema(name = "PaymentListItem")
    record Item(
            String recipientName,
            @Nullable String recipientBankName,
            String recipientIban,
            @Nullable Instant recipientCoolOffExpiry,
            String recipientAddress,
            String recipientCity,
            String recipientCountry,
            String description,
            String currency,
            BigDecimal amount,
            Instant createdAt,
            Instant updatedAt,
            UUID paymentIntentId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            UUID paymentId,

            @Nullable String externalReference,
            boolean autoAuthorized,
            boolean pendingManualAuthorization,
            ApiStatus status,
            @Nullable Outcome postInitiationStatus,
            @Nullable String bankTransactionReference) {

        static Item of(Payout payout, Destination payee, @Nullable Beneficiary beneficiary) {
            var status = ApiStatus.of(payout.status());
            return new Item(
                    payout.recipient().name(),
                    payee.bankIdentifier(),
                    payout.recipient().iban(),
                    beneficiary == null ? null : beneficiary.coolOffUntil(),
                    payee.address(),
                    payee.city(),
                    payee.country(),
                    payout.terms().description(),
                    payout.amount().getCurrencyUnit().getCode(),
                    payout.amount().getAmount(),
                    payout.createdAt(),
                    payout.updatedAt(),
                    payout.id().value(),
                    payout.orderAtBank().payment(),
                    payout.terms().externalReference(),
                    payout.flow().needsNoPerson(),
                    !payout.flow().needsNoPerson()
                            && status == ApiStatus.AWAITING_AUTHORIZATION
                            && payout.status() != PayoutStatus.CANCELLING,
                    status,
                    payout.state().outcome(),
                    payout.orderAtBank().bankReference());
        }
    }

    @Schema(name = "PaymentHistory")
    record History(List<Published> content, ApiPage page) {}

    @Schema(name = "PaymentHistoryEntry")
    record Published(@Nullable UUID paymentId, List<Event> events) {}

    @Schema(name = "PaymentEvent")
    record Event(
            String event,

            @Schema(implementation = ApiStatus.class) @Nullable
            String status,

            @Schema(implementation = Outcome.class) @Nullable
            String postInitiationStatus,

            Instant publishedAt) {}
}
