package io.sarf.payouts.webhook;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the webhook pages for what went wrong and what to do next. */
@MessageBundle("webhookfaults")
interface WebhookFaultMessages {
    // Why there was no answer
    @Message("No answer in time")
    String timeout();

    @Message("The host name is unknown")
    String unknownHost();

    @Message("The address is not allowed")
    String addressRefused();

    @Message("The secure connection failed; check the certificate")
    String tls();

    @Message("The connection failed")
    String connection();

    @Message("A fault on our side")
    String internal();

    // What is wrong
    @Message("This is not an address we can send to. Write it like https://example.com/webhooks, with a host name.")
    String urlMalformed();

    @Message("The address may have 2,000 characters at most.")
    String urlTooLong();

    @Message("The address must begin with https://.")
    String urlNotHttps();

    @Message("Leave user name and password out of the address. Check our signature instead.")
    String urlCredentials();

    @Message("In production the port must be 443 or 8443.")
    String urlPort();

    @Message("The host name is unknown. Check its spelling, or try again when it is set up.")
    String urlUnknownHost();

    @Message("The host is not on the public internet, so we do not send to it.")
    String urlNotPublic();

    @Message("The description may have 200 characters at most.")
    String descriptionTooLong();

    @Message("Choose at least one event, or all events.")
    String eventsNone();

    @Message("Write date and time, for example 2026-03-01T15:30.")
    String sinceMalformed();

    @Message("There are 50 endpoints already, which is the most an environment may have. Change one of them instead.")
    String tooMany();

    @Message("Somebody changed this endpoint meanwhile. What it is now is shown here; nothing of yours was saved.")
    String stale();

    @Message("Both secrets of the last replacement still sign. Choose Switch now first, then replace the secret.")
    String overlapping();

    @Message("The endpoint is off. Switch it on first.")
    String isOff();
}
