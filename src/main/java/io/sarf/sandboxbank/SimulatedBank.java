package io.sarf.sandboxbank;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.iban4j.CountryCode;
import org.iban4j.Iban;

enum SimulatedBank {
    SANDBOX_SME_UAE(
            "Sandbox Business Bank UAE",
            "بنك الأعمال التجريبي – الإمارات",
            CountryCode.AE,
            "AED",
            "SBXUAEAD",
            "920",
            16,
            "SME",
            "#1f5aa6",
            "#e8f0fb"),
    SANDBOX_SME_KSA(
            "Sandbox Business Bank KSA",
            "بنك الأعمال التجريبي – السعودية",
            CountryCode.SA,
            "SAR",
            "SBXKSARI",
            "92",
            18,
            "SME",
            "#1b7a55",
            "#e6f5ee"),
    SANDBOX_RETAIL_UAE(
            "Sandbox Personal Bank UAE",
            "بنك الأفراد التجريبي – الإمارات",
            CountryCode.AE,
            "AED",
            "SBXPAEAD",
            "921",
            16,
            "RETAIL",
            "#7a3e9d",
            "#f4ebf9");

    static final BigDecimal MIN = new BigDecimal("1.00");
    static final BigDecimal MAX = new BigDecimal("1000000.00");

    private final String title;
    private final String arabicTitle;
    private final CountryCode country;
    private final String currency;
    private final String swiftCode;
    private final String ibanBankCode;
    private final int ibanAccountDigits;
    private final String type;
    private final String mainColor;
    private final String backgroundColor;

    SimulatedBank(
            String title,
            String arabicTitle,
            CountryCode country,
            String currency,
            String swiftCode,
            String ibanBankCode,
            int ibanAccountDigits,
            String type,
            String mainColor,
            String backgroundColor) {
        this.title = title;
        this.arabicTitle = arabicTitle;
        this.country = country;
        this.currency = currency;
        this.swiftCode = swiftCode;
        this.ibanBankCode = ibanBankCode;
        this.ibanAccountDigits = ibanAccountDigits;
        this.type = type;
        this.mainColor = mainColor;
        this.backgroundColor = backgroundColor;
    }

    static Optional<SimulatedBank> named(String identifier) {
        return Arrays.stream(values())
                .filter(bank -> bank.name().equals(identifier))
                .findFirst();
    }

    String title() {
        return title;
    }

    String arabicTitle() {
        return arabicTitle;
    }

    String country() {
        return country.getAlpha3();
    }

    String currency() {
        return currency;
    }

    String swiftCode() {
        return swiftCode;
    }

    boolean retail() {
        return type.equals("RETAIL");
    }

    String type() {
        return type;
    }

    String mainColor() {
        return mainColor;
    }

    String backgroundColor() {
        return backgroundColor;
    }

    String newAccountNumber() {
        return Ids.digits(ibanAccountDigits);
    }

    String iban(String accountNumber) {
        return new Iban.Builder()
                .countryCode(country)
                .bankCode(ibanBankCode)
                .accountNumber(accountNumber)
                .build()
                .toString();
    }

    /** An IBAN with the given last digits, which select a simulated behaviour. */
    String ibanEnding(String digits) {
        return iban("1".repeat(ibanAccountDigits - digits.length()) + digits);
    }

    String internalAccount(String purpose) {
        return name() + ":" + purpose;
    }

    String logo() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" role="img" aria-label="%s">\
                <rect width="64" height="64" rx="14" fill="%s"/>\
                <path d="M12 28 32 14l20 14v4H12zM16 35h6v13h-6zM29 35h6v13h-6zM42 35h6v13h-6zM12 50h40v4H12z" fill="#fff"/>\
                </svg>
                """.formatted(title, mainColor);
    }
}
