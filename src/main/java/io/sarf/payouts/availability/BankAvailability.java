package io.sarf.payouts.availability;

import io.sarf.payouts.bank.BankProfile;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * @param active what works at the bank
 * @param enabled what the product offers and the company has not switched off; never data
 */
@Schema(name = "BankAvailability")
public record BankAvailability(Kinds active, Kinds enabled) {

    @Schema(name = "BankAvailabilityKinds")
    public record Kinds(boolean payments, boolean data) {
        private Map<String, @Nullable Object> payload() {
            return ordered("payments", payments, "data", data);
        }
    }

    public static BankAvailability of(BankProfile bank, boolean on) {
        return new BankAvailability(new Kinds(bank.active(), bank.active()), new Kinds(bank.payouts() && on, false));
    }

    Map<String, @Nullable Object> payload() {
        return ordered("active", active.payload(), "enabled", enabled.payload());
    }

    private static Map<String, @Nullable Object> ordered(String first, Object one, String second, Object other) {
        Map<String, @Nullable Object> both = new LinkedHashMap<>();
        both.put(first, one);
        both.put(second, other);
        return both;
    }
}
