package io.sarf.payouts.representative;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the change of a default authorizer. */
@MessageBundle("defaultauthorizer")
interface DefaultAuthorizerMessages {
    @Message("Default authorizer")
    String title();

    @Message("Whose credentials add destinations, hand payouts to the bank, and authorize where no person does.")
    String lead();

    @Message("Change the default authorizer")
    String change();

    @Message("No bank is connected")
    String noBank();

    @Message("Once a Financial Controller has connected one, its default authorizer stands here.")
    String noBankText();

    @Message("Now")
    String now();

    @Message("connected by {name}")
    String connectedBy(String name);

    @Message("Expired")
    String expired();

    @Message("No longer a Financial Controller")
    String gone();

    @Message("New default authorizer")
    String choice();

    @Message("Choose one of them.")
    String choose();

    @Message("Nobody else can take over. Another Financial Controller has to connect this bank first.")
    String nobodyElse();

    @Message("Give a reason of 1 to {max} characters. Invisible characters are not allowed.")
    String reasonNeeded(int max);

    @Message("See what changes")
    String review();

    @Message("Change the default authorizer of {bank}?")
    String reviewTitle(String bank);

    @Message("From")
    String from();

    @Message("To")
    String to();

    @Message("What {name} loses")
    String loses(String name);

    @Message("{name} cannot authorize payouts of this bank from the dashboard any more.")
    String losesDashboard(String name);

    @Message("The bank's own online banking refuses {user}.")
    String losesPortal(String user);

    @Message("What {name} gains")
    String gains(String name);

    @Message("{name} is an ordinary manual authorizer and can authorize payouts of this bank from the dashboard.")
    String gainsDashboard(String name);

    @Message("{name} has to reconnect {user} before, because these credentials have expired.")
    String gainsAfterReconnect(String name, String user);

    @Message("{name} is no longer a Financial Controller, so nobody can use these credentials here.")
    String gainsNothing(String name);

    @Message("{user} can be used in the bank's online banking again.")
    String gainsPortal(String user);

    @Message("What stays")
    String stays();

    @Message(
            "The payment source keeps its id, its accounts and its destinations. What the bank has already stays as it was queued.")
    String staysText();

    @Message("Both are told by mail, and the application's owner can read the reason.")
    String told();

    @Message(
            "Afterwards nobody can authorize payouts of this bank from the dashboard, until another Financial Controller connects it.")
    String nobodyLeft();

    @Message("Back")
    String back();

    @Message("{name} is the default authorizer of {bank} now.")
    String changed(String bank, String name);

    @Message("Somebody changed this meanwhile. This is how it stands now; nothing was changed by you.")
    String stale();

    @Message(
            "The bank does not take these credentials any more, so nothing was changed. Whoever connected them has to reconnect them.")
    String turnedAway();

    @Message("The bank does not show all of the accounts to these credentials, so nothing was changed.")
    String otherAccounts();

    @Message("The bank did not answer, so nothing was changed. Try again in a moment.")
    String noAnswer();

    @Message(
            "Somebody is authorizing payouts with these credentials at this moment, so nothing was changed. Try again in a minute.")
    String authorizing();
}
