package io.sarf.payouts.payment;

import io.sarf.payouts.api.WrongField;
import io.sarf.payouts.connection.AccountId;
import io.sarf.payouts.destination.DestinationId;
import io.sarf.payouts.payout.NewPayout;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewPayments", requiredProperties = "payment_details")
record NewPaymentBody(
        @Schema(minItems = 1, maxItems = 50) @Nullable List<PaymentDetails> paymentDetails) {
    private static final int MOST = 100;
    private static final int MOST_ENTRIES = 50;
    private static final int MOST_FAULTS = 100;

    @Schema(
            name = "NewPaymentDetails",
            requiredProperties = {"account_id", "destination_details"})
    record PaymentDetails(
            @Nullable UUID accountId,
            @Nullable String currency,
            @Schema(minItems = 1, maxItems = 50) @Nullable List<DestinationDetails> destinationDetails) {}

    @Schema(
            name = "NewPaymentDestination",
            requiredProperties = {"payment_destination_id", "amount", "description"})
    record DestinationDetails(
            @Nullable UUID paymentDestinationId,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Schema(minLength = 1, maxLength = 32) @Nullable String description,
            @Schema(maxLength = 64) @Nullable String externalReference,
            @Nullable Boolean authorizePayment) {}

    /** @param currencyField the field that gives its currency, or would give it */
    record Entry(String path, String currencyField, NewPayout wanted) {}

    List<Entry> entries(List<WrongField> faults) {
        var entries = new ArrayList<Entry>();
        if (paymentDetails == null || paymentDetails.isEmpty() || paymentDetails.size() > MOST_ENTRIES) {
            faults.add(new WrongField("payment_details", null, "must have between 1 and 50 entries"));
            return entries;
        }
        for (var i = 0; i < paymentDetails.size(); i++) {
            read("payment_details[" + i + "]", paymentDetails.get(i), entries, faults);
        }
        if (entries.size() > MOST) {
            faults.add(new WrongField("payment_details", null, "must have at most 100 payouts in all"));
        }
        if (faults.size() > MOST_FAULTS) {
            faults.subList(MOST_FAULTS, faults.size()).clear();
        }
        return entries;
    }

    private static void read(String path, PaymentDetails details, List<Entry> entries, List<WrongField> faults) {
        if (details.accountId() == null) {
            faults.add(WrongField.missing(path + ".account_id"));
        }
        var list = details.destinationDetails();
        if (list == null || list.isEmpty() || list.size() > MOST_ENTRIES) {
            faults.add(new WrongField(path + ".destination_details", null, "must have between 1 and 50 entries"));
            return;
        }
        for (var i = 0; i < list.size(); i++) {
            read(path, i, details, list.get(i), entries, faults);
        }
    }

    private static void read(
            String outer,
            int place,
            PaymentDetails from,
            DestinationDetails to,
            List<Entry> entries,
            List<WrongField> faults) {
        var path = outer + ".destination_details[" + place + "]";
        var account = from.accountId();
        var destination = to.paymentDestinationId();
        var amount = to.amount();
        var description = to.description();
        if (destination == null) {
            faults.add(WrongField.missing(path + ".payment_destination_id"));
        }
        if (amount == null) {
            faults.add(WrongField.missing(path + ".amount"));
        }
        if (description == null) {
            faults.add(WrongField.missing(path + ".description"));
        }
        var own = to.currency();
        var common = from.currency();
        if (own != null && common != null && !own.equals(common)) {
            faults.add(new WrongField(path + ".currency", own, "must be the same as " + outer + ".currency"));
        }
        if (account != null && destination != null && amount != null && description != null) {
            entries.add(new Entry(
                    path,
                    (own == null && common != null ? outer : path) + ".currency",
                    new NewPayout(
                            new AccountId(account),
                            new DestinationId(destination),
                            amount,
                            own == null ? common : own,
                            description,
                            to.externalReference(),
                            Boolean.TRUE.equals(to.authorizePayment()))));
        }
    }
}
