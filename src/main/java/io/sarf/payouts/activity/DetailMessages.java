package io.sarf.payouts.activity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the details of a journal entry are called. */
@MessageBundle("detail")
interface DetailMessages {
    @Message("Status")
    String status();

    @Message("Name")
    String name();

    @Message("Address")
    String email();

    @Message("Roles")
    String roles();

    @Message("Reason")
    String reason();

    @Message("Message")
    String said();

    @Message("Bank")
    String bank();

    @Message("Bank user")
    String bankUser();

    @Message("Bank's reference")
    String bankReference();

    @Message("IBAN")
    String iban();

    @Message("Recipient")
    String recipient();

    @Message("Amount")
    String amount();

    @Message("Currency")
    String currency();

    @Message("Default authorizer")
    String defaultAuthorizer();

    @Message("Terms")
    String terms();

    @Message("Can be paid from")
    String coolOffUntil();

    @Message("Kind")
    String kind();

    @Message("User name")
    String userName();

    @Message("URL")
    String url();
}
