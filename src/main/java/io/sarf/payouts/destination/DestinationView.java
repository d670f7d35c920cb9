package io.sarf.payouts.destination;

import io.sarf.payouts.api.ApiPage;
import io.sarf.payouts.destination.PayeeDetails.Difference;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON of destinations, field by field as in the wire contract. */
final class DestinationView {
    private DestinationView() {}

    @Schema(name = "CreatedDestination")
    record Created(
            UUID addBeneficiaryTaskId,
            UUID destinationId,
            @Nullable String bankIdentifier,
            String iban,
            @Nullable String accountNumber,
            String displayName,
            @Schema(enumeration = {"CONFIRMED", "FAILED"}) String status,
            @Nullable String errorMessage) {
        static Created of(Destination destination, List<Difference> notTaken, Beneficiary beneficiary) {
            return new Created(
                    beneficiary.task(),
                    destination.id().value(),
                    destination.bankIdentifier(),
                    destination.iban(),
                    destination.accountNumber(),
                    destination.displayName(),
                    beneficiary.refused() ? "FAILED" : "CONFIRMED",
                    message(notTaken, beneficiary));
        }
    }

    private static @Nullable String message(List<Difference> notTaken, Beneficiary beneficiary) {
        if (notTaken.isEmpty()) {
            return beneficiary.errorMessage();
        }
        var fields = notTaken.stream().map(Difference::field).collect(Collectors.joining(", "));
        var kept = "This destination exists already and stays as it is. Not taken: " + fields + ".";
        return beneficiary.errorMessage() == null ? kept : beneficiary.errorMessage() + " " + kept;
    }

    @Schema(name = "Destinations")
    record Many(List<One> content, ApiPage page) {}

    @Schema(name = "Destination")
    record One(
            UUID id,

            @Schema(enumeration = {"AWAITING_BENEFICIARY_COOL_OFF", "ACTIVE", "NOT_PRESENT", "REMOVED"})
            String status,

            String name,
            String displayName,
            String shortName,
            String address,
            String city,
            String country,
            @Nullable String accountNumber,
            String currencyIsoCode,
            String iban,
            @Nullable String swiftCode,
            @Nullable String branchAddress,
            @Nullable UUID customerId,
            @Nullable String ifsc,
            @Nullable String transitNumber,
            @Nullable String sortCode,
            @Nullable String routingNumber,
            @Nullable String postalCode) {
        static One of(Destination destination, Beneficiary beneficiary, UUID customer) {
            return new One(
                    destination.id().value(),
                    beneficiary.shown().name(),
                    destination.name(),
                    destination.displayName(),
                    destination.displayName(),
                    destination.address(),
                    destination.city(),
                    destination.country(),
                    destination.accountNumber(),
                    destination.currency(),
                    destination.iban(),
                    destination.swiftCode(),
                    destination.branchAddress(),
                    customer,
                    destination.ifsc(),
                    destination.transitCode(),
                    destination.sortCode(),
                    destination.routingNumber(),
                    destination.postalCode());
        }
    }
}
