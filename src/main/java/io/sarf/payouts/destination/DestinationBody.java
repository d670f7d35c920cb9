package io.sarf.payouts.destination;

import io.sarf.payouts.api.FieldFault;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "NewDestination",
        requiredProperties = {"name", "iban", "address", "city", "country", "currency_iso_code"})
record DestinationBody(
        @Nullable String name,
        @Nullable String displayName,
        @Nullable String iban,
        @Nullable String address,
        @Nullable String city,
        @Nullable String country,
        @Nullable String currencyIsoCode,
        @Nullable String accountNumber,
        @Nullable String swiftCode,
        @Nullable String bankIdentifier,
        @Nullable String branchAddress,
        @Nullable String customerId,
        @Nullable String postalCode,
        @Nullable String ifsc,
        @Nullable String sortCode,
        @Nullable String routingNumber,
        @Nullable String transitCode) {
    private static final String HOME = "ARE";

    NewDestination wanted() {
        return new NewDestination(
                        text(name),
                        text(displayName),
                        text(iban),
                        text(address),
                        text(city),
                        text(country),
                        text(currencyIsoCode),
                        accountNumber,
                        swiftCode,
                        new BankDetails(
                                bankIdentifier, branchAddress, postalCode, ifsc, sortCode, routingNumber, transitCode))
                .tidy();
    }

    /** A payee abroad requires the address of the bank's branch. */
    List<FieldFault> faults() {
        var wanted = wanted();
        var faults = wanted.faults();
        if (wanted.bank().branchAddress() == null
                && !wanted.country().equals(HOME)
                && !wanted.country().isEmpty()) {
            faults.add(new FieldFault("branch_address", "MISSING_PARAMETERS", "This is needed outside of ARE."));
        }
        return faults;
    }

    @Nullable
    String sent(String field) {
        return switch (field) {
            case "name" -> name;
            case "display_name" -> displayName;
            case "iban" -> iban;
            case "country" -> country;
            case "currency_iso_code" -> currencyIsoCode;
            default -> null;
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
