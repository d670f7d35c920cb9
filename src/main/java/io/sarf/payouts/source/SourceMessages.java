package io.sarf.payouts.source;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("source")
interface SourceMessages {
    String sourceTitle();

    String asOf();

    String refresh();

    String idsLater();

    String accountId();

    String bankUsers();

    String markDefault();

    String markManual();

    String markExpired();

    String close();
}
