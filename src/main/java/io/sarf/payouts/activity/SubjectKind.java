package io.sarf.payouts.activity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of subjects of entries, in the order of the filter. */
enum SubjectKind {
    PAYOUT,
    BULK_PAYMENT,
    QUARANTINED_ORDER,
    DESTINATION,
    CONNECTION,
    BANK,
    MEMBER,
    INVITATION,
    PERSON,
    APPLICATION,
    WEBHOOK_ENDPOINT,
    CLIENT_SECRET,
    CUSTOMER,
    TEST_USER,
    SANDBOX;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SubjectKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    String in(SubjectMessages words) {
        return switch (this) {
            case PAYOUT -> words.payout();
            case BULK_PAYMENT -> words.bulkPayment();
            case QUARANTINED_ORDER -> words.quarantinedOrder();
            case DESTINATION -> words.destination();
            case CONNECTION -> words.connection();
            case BANK -> words.bank();
            case MEMBER -> words.member();
            case INVITATION -> words.invitation();
            case PERSON -> words.person();
            case APPLICATION -> words.application();
            case WEBHOOK_ENDPOINT -> words.webhookEndpoint();
            case CLIENT_SECRET -> words.clientSecret();
            case CUSTOMER -> words.customer();
            case TEST_USER -> words.testUser();
            case SANDBOX -> words.sandbox();
        };
    }
}
