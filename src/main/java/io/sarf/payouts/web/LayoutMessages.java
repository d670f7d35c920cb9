package io.sarf.payouts.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the layout and of the tags, in English; {@code messages/layout_ar.properties} holds the Arabic ones. */
@MessageBundle("layout")
interface LayoutMessages {

    @Message("Skip to content")
    String skipToContent();

    @Message("Main")
    String mainNavigation();

    @Message("Menu")
    String menu();

    @Message("Close menu")
    String closeMenu();

    @Message("Environment")
    String environment();

    @Message("Switch to {where}")
    String switchTo(String where);

    @Message("Company")
    String company();

    @Message("All your companies")
    String allCompanies();

    @Message("Sandbox: no real money moves here.")
    String sandboxNotice();

    @Message("Sign out")
    String signOut();

    @Message("Your profile")
    String profile();

    @Message("Close")
    String close();

    @Message("Keep it")
    String keep();

    @Message("Working…")
    String working();

    @Message("Copy {what}")
    String copyValue(String what);

    @Message("Copied")
    String copied();

    @Message("optional")
    String optional();

    @Message("{count} characters at most")
    String atMost(Object count);

    @Message("No answer arrived. Check your connection, and look at the current state before you try again.")
    String noAnswer();

    @Message("You have been signed out.")
    String signedOut();

    @Message("Sign in again")
    String signIn();

    @Message("“{word}” mixes letters of several alphabets. Make sure it is not an imitation of another name.")
    String mixedScripts(String word);

    @Message(PlainText.REFUSAL)
    String notPlainText();
}
