package io.sarf.payouts.bank;

import io.sarf.payouts.platform.ValueConverter;
import jakarta.persistence.Converter;
import java.util.regex.Pattern;
import org.hibernate.annotations.Immutable;

/**
 * Derived from the payout's id, so that an order without an answer can be looked up.
 *
 * @param value {@code SARF} and 26 characters of {@code 0-9A-V} (base 32 hex of the id's 128 bits)
 */
public record OurReference(String value) {
    private static final Pattern FORM = Pattern.compile("SARF[0-9A-V]{26}");

    public OurReference {
        if (!isOurs(value)) {
            throw new IllegalArgumentException("Not a reference of ours: " + value);
        }
    }

    public static boolean isOurs(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }

    @Immutable
    @Converter(autoApply = true)
    static class Column extends ValueConverter<OurReference, String> {
        Column() {
            super(OurReference::new, OurReference::value);
        }
    }
}
