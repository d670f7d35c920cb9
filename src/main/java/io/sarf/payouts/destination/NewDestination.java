package io.sarf.payouts.destination;

import io.sarf.payouts.api.FieldFault;
import io.sarf.payouts.money.Iban;
import io.sarf.payouts.platform.Typed;
import io.sarf.payouts.web.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.iban4j.BicFormatException;
import org.iban4j.BicUtil;
import org.iban4j.CountryCode;
import org.jspecify.annotations.Nullable;

/**
 * The data of a destination to be created; fields as in the API.
 *
 * @param name legal name, at least two words, at most 140 characters
 * @param displayName empty for the legal name
 * @param iban see {@link Iban#tidy}
 * @param address at most 200 characters
 * @param city at most 100 characters
 * @param country ISO 3166-1 alpha-3
 * @param currency ISO 4217
 * @param bank what some countries require besides the IBAN
 */
public record NewDestination(
        String name,
        String displayName,
        String iban,
        String address,
        String city,
        String country,
        String currency,
        @Nullable String accountNumber,
        @Nullable String swiftCode,
        BankDetails bank) {
    private static final Pattern WORDS = Pattern.compile("\\S+\\s+\\S.*");
    static final int NAME_MAX = 140;
    static final int ADDRESS_MAX = 200;
    static final int CITY_MAX = 100;
    static final List<String> CURRENCIES = List.of("AED", "SAR", "KWD", "BHD", "QAR", "OMR", "USD", "EUR", "GBP");

    public NewDestination(
            String name,
            String displayName,
            String iban,
            String address,
            String city,
            String country,
            String currency,
            @Nullable String accountNumber,
            @Nullable String swiftCode) {
        this(name, displayName, iban, address, city, country, currency, accountNumber, swiftCode, BankDetails.NONE);
    }

    public NewDestination tidy() {
        var legal = name.strip().replaceAll("\\s+", " ");
        return new NewDestination(
                legal,
                displayName.isBlank() ? legal : displayName.strip(),
                Iban.tidy(iban),
                address.strip(),
                city.strip(),
                country.strip().toUpperCase(Locale.ROOT),
                currency.strip().toUpperCase(Locale.ROOT),
                accountNumber == null || accountNumber.isBlank()
                        ? null
                        : Typed.digits(accountNumber).strip(),
                swiftCode == null || swiftCode.isBlank()
                        ? null
                        : Typed.digits(swiftCode).strip().toUpperCase(Locale.ROOT),
                bank.tidy());
    }

    /** All faults, empty if there is none. Call it on a {@link #tidy} one. */
    public List<FieldFault> faults() {
        var faults = new ArrayList<FieldFault>();
        text(faults, "name", name, NAME_MAX);
        if (!name.isBlank() && !WORDS.matcher(name).matches()) {
            faults.add(new FieldFault("name", "INVALID_NAME", "Give the full legal name: two words at least."));
        }
        if (!displayName.equals(name)) {
            text(faults, "display_name", displayName, NAME_MAX);
        }
        faultyIban(faults);
        text(faults, "address", address, ADDRESS_MAX);
        text(faults, "city", city, CITY_MAX);
        if (country.isBlank()) {
            faults.add(missing("country"));
        } else if (country.length() != 3 || CountryCode.getByCode(country) == null) {
            faults.add(new FieldFault(
                    "country", "INVALID_PARAMETERS", "Use the country's three-letter code, for example ARE."));
        }
        if (currency.isBlank()) {
            faults.add(missing("currency_iso_code"));
        } else if (!CURRENCIES.contains(currency)) {
            faults.add(new FieldFault(
                    "currency_iso_code", "INVALID_PARAMETERS", "Use a three-letter currency code, for example AED."));
        }
        faultyAccount(faults);
        bank.check(faults);
        return faults;
    }

    private void faultyIban(List<FieldFault> faults) {
        if (Iban.tidy(iban).isEmpty()) {
            faults.add(missing("iban"));
            return;
        }
        Iban.fault(iban).ifPresent(fault -> faults.add(new FieldFault("iban", "INVALID_IBAN", fault.message(), fault)));
    }

    private void faultyAccount(List<FieldFault> faults) {
        if (accountNumber != null && !accountNumber.matches("[0-9A-Za-z]{1,34}")) {
            faults.add(new FieldFault(
                    "account_number", "INVALID_PARAMETERS", "Use up to 34 letters and digits, without spaces."));
        }
        if (swiftCode != null) {
            try {
                BicUtil.validate(swiftCode);
            } catch (BicFormatException e) {
                faults.add(new FieldFault(
                        "swift_code", "INVALID_PARAMETERS", "A SWIFT code has 8 or 11 letters and digits."));
            }
        }
    }

    private static void text(List<FieldFault> faults, String field, String value, int max) {
        if (value.isBlank()) {
            faults.add(missing(field));
        } else if (value.length() > max) {
            faults.add(new FieldFault(field, "INVALID_PARAMETERS", "Use " + max + " characters at most."));
        } else if (!PlainText.is(value)) {
            faults.add(new FieldFault(field, "INVALID_PARAMETERS", PlainText.REFUSAL));
        }
    }

    private static FieldFault missing(String field) {
        return new FieldFault(field, "MISSING_PARAMETERS", "This is needed.");
    }

    Destination.Sameness sameness() {
        return new Destination.Sameness(iban, normalisedName());
    }

    /** The name for comparison: upper case, with single spaces and no punctuation. */
    String normalisedName() {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
