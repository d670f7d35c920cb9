package io.sarf.testing;

import java.util.UUID;
import org.iban4j.CountryCode;
import org.iban4j.Iban;

/**
 * IBANs of the Emirates that nobody has paid. All tests of a build share one sandbox bank, and it keeps the name under
 * which an account was first added: under another name its payouts wait until a person accepts it.
 */
public final class Ibans {
    /** None of the endings that the sandbox bank treats differently. */
    private static final String ORDINARY = "4321";

    private Ibans() {}

    public static String fresh() {
        return fresh(ORDINARY);
    }

    /** @param ending four digits; see {@code docs/sandbox-bank.md} for what the bank does with some of them */
    public static String fresh(String ending) {
        var digits = String.format("%012d", UUID.randomUUID().getMostSignificantBits() >>> 25);
        return new Iban.Builder()
                .countryCode(CountryCode.AE)
                .bankCode("033")
                .accountNumber(digits + ending)
                .build()
                .toString();
    }
}
