package io.sarf.payouts.access;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages before payouts. */
@MessageBundle("access")
interface AccessMessages {
    @Message("Payouts is not enabled yet")
    String notEnabledTitle();

    @Message("With payouts you connect your company's bank account once and pay many people from it: refunds, salaries,"
            + " sellers, drivers. Each environment is enabled by a representative.")
    String notEnabledText();

    @Message("Ask for access here. A representative looks at the request and enables payouts for this environment.")
    String requestText();

    @Message("Request access")
    String requestAccess();

    @Message("Access was requested on")
    String requestedOn();

    @Message("A representative will enable it. There is nothing more to do; this page opens once it is enabled.")
    String requestedText();

    @Message("Access to payouts is requested.")
    String requestSent();

    @Message("Sending…")
    String sending();

    @Message("Payouts terms")
    String termsTitle();

    @Message("You accept them once, for yourself. When they change, you are asked again.")
    String termsLead();

    @Message("These terms are written in English.")
    String termsLanguage();

    @Message("Version")
    String termsVersion();

    @Message("I accept")
    String accept();

    @Message("Open payouts")
    String openPayouts();

    @Message("Tick the box to accept the terms. Without it, payouts stays closed to you.")
    String acceptNeeded();

    @Message("The terms have changed since you opened this page. Read them again before you accept.")
    String termsChanged();

    @Message("You accepted the terms. Payouts is open to you.")
    String accepted();
}
