package io.sarf.payouts.webhook;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of the webhook pages for what went wrong and what to do next. */
@MessageBundle("webhookfaults")
interface WebhookFaultMessages {
    // Why there was no answer
    String timeout();

    String unknownHost();

    String addressRefused();

    String tls();

    String connection();

    String internal();

    // What is wrong
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
