package io.sarf.payouts.webhook;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("webhookfaults")
interface WebhookFaultMessages {
    String timeout();

    String unknownHost();

    String addressRefused();

    String tls();

    String connection();

    String internal();

    String urlMalformed();

    String urlTooLong();

    String urlNotHttps();

    String urlCredentials();

    String urlPort();

    String urlUnknownHost();

    String urlNotPublic();

    String descriptionTooLong();

    String eventsNone();

    String sinceMalformed();

    String tooMany();

    String stale();

    String overlapping();

    String isOff();
}
