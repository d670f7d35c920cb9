package io.sarf.payouts.destination;

import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The fields of a payee as typed, by the API's names; null if the form did not send one. */
record PayeeForm(
        @RestForm("name") @Nullable String name,
        @RestForm("display_name") @Nullable String displayName,
        @RestForm("iban") @Nullable String iban,
        @RestForm("address") @Nullable String address,
        @RestForm("city") @Nullable String city,
        @RestForm("country") @Nullable String country,
        @RestForm("currency_iso_code") @Nullable String currency,
        @RestForm("account_number") @Nullable String accountNumber,
        @RestForm("swift_code") @Nullable String swiftCode,
        @RestForm("bank_identifier") @Nullable String bankIdentifier,
        @RestForm("branch_address") @Nullable String branchAddress,
        @RestForm("postal_code") @Nullable String postalCode,
        @RestForm("ifsc") @Nullable String ifsc,
        @RestForm("sort_code") @Nullable String sortCode,
        @RestForm("routing_number") @Nullable String routingNumber,
        @RestForm("transit_code") @Nullable String transitCode) {
    // Not a constant: the framework would treat a field of this type as a form parameter, recursively.
    static PayeeForm nothing() {
        return new PayeeForm(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    static PayeeForm of(Destination destination, PayeeDetails details) {
        var bank = details.bankOrNone();
        return new PayeeForm(
                destination.name(),
                details.displayName().equals(destination.name()) ? "" : details.displayName(),
                destination.iban(),
                details.address(),
                details.city(),
                details.country(),
                details.currency(),
                details.accountNumber(),
                details.swiftCode(),
                bank.bankIdentifier(),
                bank.branchAddress(),
                bank.postalCode(),
                bank.ifsc(),
                bank.sortCode(),
                bank.routingNumber(),
                bank.transitCode());
    }

    NewDestination wanted() {
        return wanted(text(name), text(iban));
    }

    /** Ignores the typed legal name and IBAN: they cannot change. */
    NewDestination wantedOf(Destination destination) {
        return wanted(destination.name(), destination.iban());
    }

    private NewDestination wanted(String legalName, String account) {
        return new NewDestination(
                legalName,
                text(displayName),
                account,
                text(address),
                text(city),
                text(country),
                text(currency),
                accountNumber,
                swiftCode,
                new BankDetails(bankIdentifier, branchAddress, postalCode, ifsc, sortCode, routingNumber, transitCode));
    }

    boolean more() {
        var bank = new BankDetails(
                        bankIdentifier, branchAddress, postalCode, ifsc, sortCode, routingNumber, transitCode)
                .tidy();
        return !bank.equals(BankDetails.NONE);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
