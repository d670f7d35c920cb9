package io.sarf.payouts.notice;

import io.sarf.payouts.application.Scope;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people are told by mail, and which entry of the journal says it. */
enum Notice {
    CREDENTIALS_EXPIRED("connection.expired", Duration.ZERO),
    /** A payout that was to be authorized without anybody turned to a person. */
    PERSON_WANTED("payout.authorization_closed", Duration.ofMinutes(10)),
    /** A payout began to wait for a person. */
    PAYOUT_WAITS("payout.queued", Duration.ofHours(1)),
    AUTHORIZER_CHANGED("connection.passed_on", Duration.ZERO),
    /** Whoever has a new secret of Production can have money paid. */
    PRODUCTION_SECRET("client_secret.created", Duration.ZERO),
    /** The product sends nothing to a webhook endpoint any more, and nobody here has decided that. */
    ENDPOINT_OFF("webhook_endpoint.switched_off", Duration.ZERO);

    private final String entry;
    private final Duration quiet;

    Notice(String entry, Duration quiet) {
        this.entry = entry;
        this.quiet = quiet;
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

    /** For how long the same is not said again of the same bank. */
    Duration quiet() {
        return quiet;
    }

    /** Whether it is worth a mail in this environment: a new secret of the sandbox is everyday work. */
    boolean concerns(Scope scope) {
        return this != PRODUCTION_SECRET || !scope.sandbox();
    }

    /** Whether it is about payouts that await authorization, so that people choose when they hear of it; the rest is duty. */
    boolean awaiting() {
        return this == PERSON_WANTED || this == PAYOUT_WAITS;
    }
}
