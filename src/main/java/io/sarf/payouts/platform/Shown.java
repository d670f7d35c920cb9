package io.sarf.payouts.platform;

/** Values as people read them. */
public final class Shown {
    private Shown() {}

    /** An IBAN in groups of four; any spaces it has already do not matter. */
    public static String iban(String iban) {
        return iban.replaceAll("\\s", "").replaceAll("(.{4})(?=.)", "$1 ");
    }
}
