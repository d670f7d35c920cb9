package io.sarf.payouts.notice;

import io.sarf.payouts.application.Scope;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The reasons for mails, each with the type of its journal entry. */
enum Notice {
    CREDENTIALS_EXPIRED("connection.expired", Duration.ZERO),
    /** A payout with an authorization flow without a person is left to a manual authorizer. */
    PERSON_WANTED("payout.authorization_closed", Duration.ofMinutes(10)),
    PAYOUT_WAITS("payout.queued", Duration.ofHours(1)),
    AUTHORIZER_CHANGED("connection.passed_on", Duration.ZERO),
    /** Who has a new production secret can create payouts. */
    PRODUCTION_SECRET("client_secret.created", Duration.ZERO),
    /** The product has switched off a webhook endpoint. */
    ENDPOINT_OFF("webhook_endpoint.switched_off", Duration.ZERO);

    private final String entry;
    private final Duration quiet;

    Notice(String entry, Duration quiet) {
        this.entry = entry;
        this.quiet = quiet;
    }

    /** Type of the journal entry that lists the recipients. */
    String journalled() {
        return "mail." + name().toLowerCase(Locale.ROOT);
    }

    static Optional<Notice> of(String entry) {
        return Arrays.stream(values()).filter(one -> one.entry.equals(entry)).findFirst();
    }

    static List<String> entries() {
        return Arrays.stream(values()).map(one -> one.entry).toList();
    }

    /** How long no further mail of this kind is sent for the same bank. */
    Duration quiet() {
        return quiet;
    }

    /** A new secret in the sandbox needs no mail. */
    boolean concerns(Scope scope) {
        return this != PRODUCTION_SECRET || !scope.sandbox();
    }

    /** Whether a person's preference decides when it is sent; all other mails are always sent. */
    boolean awaiting() {
        return this == PERSON_WANTED || this == PAYOUT_WAITS;
    }
}
