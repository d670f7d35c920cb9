package io.sarf.payouts.bank;

/**
 * Names one order at a bank for ever. Derived from the payout's id, so that a lost answer can always be asked after.
 *
 * @param value {@code SARF} and 26 characters of {@code 0-9A-V} (base 32 hex of the id's 128 bits)
 */
public record OurReference(String value) {
    public OurReference {
        if (!value.matches("SARF[0-9A-V]{26}")) {
            throw new IllegalArgumentException("Not a reference of ours: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
