package io.sarf.payouts.payout;

import io.sarf.payouts.bank.OurReference;
import java.math.BigInteger;
import java.util.Locale;
import java.util.UUID;

/** The {@code payment_intent_id} of the API. */
public record PayoutId(UUID value) {
    public static PayoutId fromString(String text) {
        return new PayoutId(UUID.fromString(text));
    }

    /** The reference of the order at every bank; never changes. */
    public OurReference reference() {
        var digits = new BigInteger(value.toString().replace("-", ""), 16).toString(32);
        return new OurReference("SARF" + "0".repeat(26 - digits.length()) + digits.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
