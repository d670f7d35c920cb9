package io.sarf.payouts.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages that say what went wrong. */
@MessageBundle("errors")
interface ErrorMessages {

    @Message("There is nothing here")
    String missingTitle();

    @Message("The address is wrong, what it led to is gone, or it belongs to a company you are not a member of.")
    String missingText();

    @Message("You may not open this page")
    String forbiddenTitle();

    @Message("What is missing: {permission}.")
    String forbiddenPermission(String permission);

    @Message("These roles have it: {roles}.")
    String forbiddenRoles(String roles);

    @Message("An Owner or an Admin of your company can give you one of them, on the Team page.")
    String forbiddenWho();

    @Message("Your sign-in does not allow it.")
    String forbiddenText();

    @Message("That form could not be read")
    String unreadableTitle();

    @Message(
            "It may have been open for too long, or something between you and us changed it. Nothing was done. Go back, load the page again and send the form once more.")
    String unreadableText();

    @Message("You could not be signed in")
    String notSignedInTitle();

    @Message(
            "We could not accept the details that your identity provider sent. Try again; if it goes wrong again, tell us this"
                    + " number.")
    String notSignedInText();

    @Message("Your sign-in was not finished")
    String unfinishedTitle();

    @Message(
            "It took too long, was used before, or was stopped at your identity provider. Nothing has changed. Sign in again, and"
                    + " you go on where you were.")
    String unfinishedText();

    @Message("Sign in")
    String signIn();

    @Message("Something went wrong on our side")
    String failedTitle();

    @Message("Before you try again, look whether it happened. If it goes wrong again, tell us this number.")
    String failedText();

    @Message("Number of this error")
    String correlation();

    @Message("Not available just now")
    String unavailableTitle();

    @Message("Nothing is half done, and work under way goes on by itself. Try again in a minute.")
    String unavailableText();

    @Message("Go to the dashboard")
    String dashboard();
}
