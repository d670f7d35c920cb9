package io.sarf.payouts.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import io.sarf.payouts.api.WrongField;
import io.sarf.payouts.connection.AccountId;
import io.sarf.payouts.destination.DestinationId;
import io.sarf.payouts.destination.NewDestination;
import io.sarf.payouts.payout.NewPayout;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "NewBulkPayment",
        requiredProperties = {"account_id", "authorize_payment", "payments"})
record NewBulkBody(
        @Nullable UUID accountId,
        @Nullable Boolean authorizePayment,
        @Schema(minItems = 1, maxItems = MOST) @Nullable List<Entry> payments) {
    static final int MOST = 10_000;

    /** A placeholder for the destination of an entry with a payee of its own, until that is stored. */
    private static final DestinationId NONE_YET = new DestinationId(new UUID(0, 0));

    /** Either {@code destinationId} or {@code destinationDetails}. */
    @Schema(
            name = "NewBulkEntry",
            requiredProperties = {"amount", "currency", "description"})
    record Entry(
            @Nullable UUID destinationId,
            @Nullable Payee destinationDetails,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String description,
            @Nullable String externalReference) {}

    /** @param id accepted for compatibility with Lean's API and ignored, like {@code status} and {@code isDefault} */
    @Schema(
            name = "NewBulkPayee",
            requiredProperties = {"name", "iban", "address", "city", "country"})
    record Payee(
            @Nullable String name,
            @Nullable String displayName,
            @Nullable String iban,
            @Nullable String address,
            @Nullable String city,
            @Nullable String country,
            @Nullable String accountNumber,
            @Nullable String currency,
            @Nullable JsonNode id,
            @Nullable JsonNode status,

            @com.fasterxml.jackson.annotation.JsonProperty("default") @Nullable
            JsonNode isDefault) {

        NewDestination wanted(@Nullable String payoutCurrency) {
            return new NewDestination(
                            text(name),
                            text(displayName),
                            text(iban),
                            text(address),
                            text(city),
                            text(country),
                            currency == null ? text(payoutCurrency) : currency,
                            accountNumber,
                            null)
                    .tidy();
        }

        /** The value to repeat in an error; null for account data, which errors do not repeat. */
        @Nullable
        String sent(String field) {
            return switch (field) {
                case "name" -> name;
                case "display_name" -> displayName;
                case "city" -> city;
                case "country" -> country;
                case "currency_iso_code" -> currency;
                default -> null;
            };
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    /** @param payee null if {@code wanted} names a destination */
    record Line(String path, NewPayout wanted, @Nullable NewDestination payee) {
        Line to(DestinationId destination) {
            return new Line(
                    path,
                    new NewPayout(
                            wanted.account(),
                            destination,
                            wanted.amount(),
                            wanted.currency(),
                            wanted.description(),
                            wanted.externalReference(),
                            wanted.automatic()),
                    payee);
        }
    }

    List<Line> lines(List<WrongField> faults) {
        var lines = new ArrayList<Line>();
        if (accountId == null) {
            faults.add(WrongField.missing("account_id"));
        }
        if (authorizePayment == null) {
            faults.add(WrongField.missing("authorize_payment"));
        }
        if (payments == null || payments.isEmpty() || payments.size() > MOST) {
            faults.add(new WrongField("payments", null, "must have between 1 and 10,000 entries"));
            return lines;
        }
        for (var i = 0; i < payments.size(); i++) {
            var entry = payments.get(i);
            var path = "payments[" + i + "]";
            if (complete(path, entry, faults) && accountId != null) {
                lines.add(line(path, accountId, entry));
            }
        }
        return lines;
    }

    private static boolean complete(String path, Entry entry, List<WrongField> faults) {
        var before = faults.size();
        if (entry.amount() == null) {
            faults.add(WrongField.missing(path + ".amount"));
        }
        if (entry.currency() == null) {
            faults.add(WrongField.missing(path + ".currency"));
        }
        if (entry.description() == null) {
            faults.add(WrongField.missing(path + ".description"));
        }
        var payee = entry.destinationDetails();
        if ((entry.destinationId() == null) == (payee == null)) {
            faults.add(new WrongField(path, null, "must have either destination_id or destination_details"));
        } else if (payee != null) {
            for (var fault : payee.wanted(entry.currency()).faults()) {
                var field = fault.field().equals("currency_iso_code") ? "currency" : fault.field();
                faults.add(new WrongField(
                        path + ".destination_details." + field, payee.sent(fault.field()), fault.message()));
            }
        }
        return faults.size() == before;
    }

    private Line line(String path, UUID account, Entry entry) {
        var payee = entry.destinationDetails();
        var destination = entry.destinationId();
        return new Line(
                path,
                new NewPayout(
                        new AccountId(account),
                        destination == null ? NONE_YET : new DestinationId(destination),
                        Objects.requireNonNull(entry.amount()),
                        entry.currency(),
                        Objects.requireNonNull(entry.description()),
                        entry.externalReference(),
                        Boolean.TRUE.equals(authorizePayment)),
                payee == null ? null : payee.wanted(entry.currency()));
    }
}
