package io.sarf.payouts.bank;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param identifier stable name in the API, for example {@code SANDBOX_SME_UAE}
 * @param country ISO 3166-1 alpha-3
 * @param mainColor {@code #rrggbb}
 * @param mock moves no real money; offered in the sandbox environment only
 * @param type {@code SME} or {@code RETAIL}; only SME banks support payouts
 * @param horizon time after the first call until the bank's <em>not known here</em> is a guarantee
 * @param patience time limit of one call, after which its answer is unknown
 * @param concurrency orders this node may have under way at the bank at once
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
        Duration patience,
        int concurrency) {

    public enum Type {
        SME,
        RETAIL
    }

    /** Limits of one order in the major unit, inclusive. */
    @Schema(name = "TransferLimit")
    public record TransferLimit(String currency, BigDecimal min, BigDecimal max) {}

    public String name(String language) {
        return language.equals("ar") ? arabicName : name;
    }

    public boolean payouts() {
        return type == Type.SME;
    }
}
