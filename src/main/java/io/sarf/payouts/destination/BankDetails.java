package io.sarf.payouts.destination;

import io.sarf.payouts.api.FieldFault;
import io.sarf.payouts.platform.Typed;
import io.sarf.payouts.web.PlainText;
import jakarta.persistence.Embeddable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Details of a payee's bank that some countries require besides the IBAN; null if not given.
 *
 * @param bankIdentifier the client's name for the bank, at most 40 characters
 * @param branchAddress at most 200 characters
 * @param postalCode this and the following: letters, digits, spaces and hyphens, at most 20
 */
@Embeddable
record BankDetails(
        @Nullable String bankIdentifier,
        @Nullable String branchAddress,
        @Nullable String postalCode,
        @Nullable String ifsc,
        @Nullable String sortCode,
        @Nullable String routingNumber,
        @Nullable String transitCode) {
    static final BankDetails NONE = new BankDetails(null, null, null, null, null, null, null);

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern ADDRESS = Pattern.compile(".{1,200}", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9 -]{1,20}");

    BankDetails tidy() {
        return new BankDetails(
                number(bankIdentifier),
                tidy(branchAddress),
                number(postalCode),
                number(ifsc),
                number(sortCode),
                number(routingNumber),
                number(transitCode));
    }

    BankDetails completedBy(BankDetails other) {
        return new BankDetails(
                either(bankIdentifier, other.bankIdentifier),
                either(branchAddress, other.branchAddress),
                either(postalCode, other.postalCode),
                either(ifsc, other.ifsc),
                either(sortCode, other.sortCode),
                either(routingNumber, other.routingNumber),
                either(transitCode, other.transitCode));
    }

    private static @Nullable String either(@Nullable String own, @Nullable String other) {
        return own == null ? other : own;
    }

    Map<String, @Nullable String> fields() {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("bank_identifier", bankIdentifier);
        fields.put("branch_address", branchAddress);
        fields.put("postal_code", postalCode);
        fields.put("ifsc", ifsc);
        fields.put("sort_code", sortCode);
        fields.put("routing_number", routingNumber);
        fields.put("transit_code", transitCode);
        return fields;
    }

    void check(List<FieldFault> faults) {
        check(faults, "bank_identifier", bankIdentifier, IDENTIFIER, "Use up to 40 letters, digits, _ and -.");
        check(faults, "branch_address", branchAddress, ADDRESS, "Use one line of 200 characters at most.");
        check(faults, "postal_code", postalCode, CODE, "Use up to 20 letters, digits, spaces and hyphens.");
        check(faults, "ifsc", ifsc, CODE, "Use up to 20 letters, digits, spaces and hyphens.");
        check(faults, "sort_code", sortCode, CODE, "Use up to 20 letters, digits, spaces and hyphens.");
        check(faults, "routing_number", routingNumber, CODE, "Use up to 20 letters, digits, spaces and hyphens.");
        check(faults, "transit_code", transitCode, CODE, "Use up to 20 letters, digits, spaces and hyphens.");
    }

    private static void check(
            List<FieldFault> faults, String field, @Nullable String value, Pattern form, String message) {
        if (value != null && !form.matcher(value).matches()) {
            faults.add(new FieldFault(field, "INVALID_PARAMETERS", message));
        } else if (value != null && !PlainText.is(value)) {
            faults.add(new FieldFault(field, "INVALID_PARAMETERS", PlainText.REFUSAL));
        }
    }

    private static @Nullable String number(@Nullable String value) {
        return tidy(value == null ? null : Typed.digits(value));
    }

    private static @Nullable String tidy(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
