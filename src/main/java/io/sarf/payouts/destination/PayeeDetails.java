package io.sarf.payouts.destination;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The fields of a payee that can be edited. Legal name and IBAN cannot: they identify the payee. */
@Embeddable
record PayeeDetails(
        String displayName,
        @Nullable String accountNumber,
        @Nullable String swiftCode,
        @Nullable BankDetails bank,
        String address,
        String city,

        @JdbcTypeCode(SqlTypes.CHAR) @Column(length = 3) String country,

        @JdbcTypeCode(SqlTypes.CHAR) @Column(length = 3) String currency) {

    /** A changed field by the API's name; a missing value is empty. */
    record Difference(String field, String before, String after) {}

    /** Hibernate reads a row without any bank details as null. */
    PayeeDetails {
        bank = Objects.requireNonNullElse(bank, BankDetails.NONE);
    }

    static PayeeDetails of(NewDestination wanted) {
        return new PayeeDetails(
                wanted.displayName(),
                wanted.accountNumber(),
                wanted.swiftCode(),
                wanted.bank(),
                wanted.address(),
                wanted.city(),
                wanted.country(),
                wanted.currency());
    }

    BankDetails bankOrNone() {
        return Objects.requireNonNullElse(bank, BankDetails.NONE);
    }

    /** @param legalName the display name of a payee without one */
    PayeeDetails completedBy(PayeeDetails other, String legalName) {
        return new PayeeDetails(
                displayName.equals(legalName) ? other.displayName : displayName,
                either(accountNumber, other.accountNumber),
                either(swiftCode, other.swiftCode),
                bankOrNone().completedBy(other.bankOrNone()),
                address,
                city,
                country,
                currency);
    }

    private static @Nullable String either(@Nullable String own, @Nullable String other) {
        return own == null ? other : own;
    }

    /** Whether the bank sees no difference: it does not get the display name. */
    boolean sameForBank(PayeeDetails other) {
        return differences(other).stream()
                .allMatch(difference -> difference.field().equals("display_name"));
    }

    List<Difference> differences(PayeeDetails after) {
        var then = after.fields();
        return fields().entrySet().stream()
                .map(field -> new Difference(field.getKey(), field.getValue(), then.getOrDefault(field.getKey(), "")))
                .filter(one -> !one.before().equals(one.after()))
                .toList();
    }

    /** By the API's names, in the order of the form; missing values are empty. */
    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("display_name", displayName);
        fields.put("address", address);
        fields.put("city", city);
        fields.put("country", country);
        fields.put("currency_iso_code", currency);
        fields.put("account_number", Objects.requireNonNullElse(accountNumber, ""));
        fields.put("swift_code", Objects.requireNonNullElse(swiftCode, ""));
        bankOrNone().fields().forEach((field, value) -> fields.put(field, Objects.requireNonNullElse(value, "")));
        return fields;
    }
}
