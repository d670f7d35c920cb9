package io.sarf.payouts.connection;

import io.sarf.payouts.bank.BankProfile;

/** A bank on pages: its name in the reader's language, and its initial in the bank's colours. */
record BankBadge(String name, String initial, String ink, String ground) {
    static BankBadge of(BankProfile bank, String language) {
        var name = bank.name(language);
        return new BankBadge(
                name, name.substring(0, name.offsetByCodePoints(0, 1)), bank.mainColor(), bank.backgroundColor());
    }

    /** A bank that is no longer configured in this installation. */
    static BankBadge unknown(String identifier) {
        return new BankBadge(identifier, identifier.substring(0, 1), "#475467", "#eef1f5");
    }
}
