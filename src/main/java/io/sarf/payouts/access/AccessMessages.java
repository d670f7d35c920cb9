package io.sarf.payouts.access;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("access")
interface AccessMessages {
    String notEnabledTitle();

    String notEnabledText();

    String requestText();

    String requestAccess();

    String requestedOn();

    String requestedText();

    String requestSent();

    String sending();

    String termsTitle();

    String termsLead();

    String termsLanguage();

    String termsVersion();

    String accept();

    String openPayouts();

    String acceptNeeded();

    String termsChanged();

    String accepted();
}
