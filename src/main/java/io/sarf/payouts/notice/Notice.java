package io.sarf.payouts.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people are told by mail, and which entry of the journal says it. */
enum Notice {
    CREDENTIALS_EXPIRED("connection.expired"),
    PERSON_WANTED("payout.authorization_closed"),
    AUTHORIZER_CHANGED("connection.passed_on");

    private final String entry;

    Notice(String entry) {
        this.entry = entry;
    }

    /** What the journal's entry is called that says who got the mail. */
    String journalled() {
        return "mail." + name().toLowerCase(Locale.ROOT);
    }

    static Optional<Notice> of(String entry) {
        return Arrays.stream(values()).filter(one -> one.entry.equals(entry)).findFirst();
    }

    /** All types of entries that are read. */
    static List<String> entries() {
        return Arrays.stream(values()).map(one -> one.entry).toList();
    }
}
