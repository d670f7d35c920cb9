package io.sarf.payouts.bank;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a bank is.
 *
 * @param identifier stable name in the API, for example {@code SANDBOX_SME_UAE}
 * @param country ISO 3166-1 alpha-3
 * @param mainColor {@code #rrggbb}
 * @param logo an absolute address or a path on our own origin
 * @param mock true for banks that move no real money; they are offered in the sandbox environment only
 * @param type {@code SME} or {@code RETAIL}; only SME banks can be used for payouts
 * @param horizon how long after the first call the bank needs before its <em>not known here</em> is a guarantee
 * @param patience longest time one call may take before its answer is unknown
 */
public record BankProfile(
        String identifier,
        String name,
        String arabicName,
        String country,
        String swiftCode,
        String logo,
        String mainColor,
        String backgroundColor,
        boolean mock,
        Type type,
        List<TransferLimit> transferLimits,
        boolean active,
        Duration horizon,
        Duration patience) {

    public enum Type {
        SME,
        RETAIL
    }

    /** Smallest and largest amount of one order, in the currency's major unit, both inclusive. */
    @Schema(name = "TransferLimit")
    public record TransferLimit(String currency, BigDecimal min, BigDecimal max) {}

    /** @param language of the reader, for example {@code ar} */
    public String name(String language) {
        return language.equals("ar") ? arabicName : name;
    }

    public boolean payouts() {
        return type == Type.SME;
    }
}
