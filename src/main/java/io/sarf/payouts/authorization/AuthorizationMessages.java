package io.sarf.payouts.authorization;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the authorization window. */
@MessageBundle("authorizations")
interface AuthorizationMessages {
    @Message("Authorize payouts")
    String title();

    @Message("Review")
    String stepReview();

    @Message("Code from your bank")
    String stepCode();

    @Message("Result")
    String stepResult();

    @Message("Code sent to the {where}")
    String codeSentTo(String where);

    @Message("Code")
    String code();

    @Message(
            "That code is not right. {#when plural:en(left)}{#is 'one'}{left} attempt{#else}{left} attempts{/when} left.")
    String wrongCode(int left);

    @Message("Give the code: 4 to 10 digits.")
    String codeNeeded();

    @Message("The code is valid until {time}")
    String validUntil(String time);

    /** With # where the browser counts the time down. */
    @Message("The code is valid for #")
    String validFor();

    @Message("The code has expired.")
    String codeOver();

    @Message("Total")
    String total();

    @Message("Not now")
    String notNow();

    @Message("Authorize {amount}")
    String authorize(String amount);

    @Message("Authorizing…")
    String authorizing();

    @Message("The bank has not answered yet")
    String noAnswerTitle();

    @Message(
            "Nothing is sent twice: the bank is being asked what became of these payouts. Look at the list in a moment.")
    String noAnswerText();

    @Message("Nothing was authorized")
    String closedTitle();

    @Message(
            "The code was wrong too often, or came too late. The payouts are waiting again as soon as the bank confirms it.")
    String closedText();

    @Message("The bank does not take your credentials any more: reconnect them under Bank connections. The payouts are"
            + " waiting again as soon as the bank confirms it.")
    String expiredText();

    @Message("The bank would not begin this authorization. The payouts are waiting as before.")
    String refusedText();

    @Message("The bank has confirmed that nothing was authorized. The payouts are waiting again.")
    String releasedText();

    @Message("Authorizing")
    String underwayTitle();

    @Message(
            "Your bank has been given the code. You may close this page: nothing is sent twice, and each payout gets a result"
                    + " of its own.")
    String underwayText();

    @Message("{done} of {all} have a result")
    String progress(int done, int all);

    @Message("Sent to the bank")
    String sent();

    @Message("Give up")
    String giveUp();

    @Message("Giving up…")
    String givingUp();

    @Message("This authorization was given up")
    String givenUpTitle();

    @Message(
            "Nothing was authorized. The payouts wait again as soon as the bank confirms that nothing is under way: at the"
                    + " latest when its code has expired.")
    String givenUpText();

    @Message("It is too late to give up: the bank is being asked, or has answered.")
    String tooLateToGiveUp();

    @Message("Nothing was sent")
    String changedTitle();

    @Message(
            "Something had changed after you saw it, so your code was not used. The other payouts wait again as soon as the"
                    + " bank confirms it: at the latest when its code has expired.")
    String changedText();

    @Message("Done")
    String doneTitle();

    @Message("Each payout has its own result.")
    String doneText();

    @Message("Back to payouts")
    String back();

    @Message("Look again")
    String again();

    @Message("Accepted by the bank")
    String accepted();

    @Message("Pending with the bank")
    String pending();

    @Message("Refused by the bank")
    String refused();

    @Message("Rejected by an approver")
    String rejected();

    @Message("Checking with the bank")
    String unknown();

    @Message("Not authorized")
    String none();

    // Between a sign-in that is too old and the window
    @Message("Sign in again")
    String signInAgain();

    @Message("Your last sign-in is too long ago to authorize payouts. Sign in again: your selection is kept,"
            + " and your bank has not been asked for a code.")
    String signInToBegin();

    @Message("Your last sign-in is too long ago to authorize payouts. Sign in again, then give the code:"
            + " it is valid until {time}.")
    String signInForCode(String time);

    @Message("Signing in…")
    String signingIn();

    // Why somebody may not, or not now
    @Message("To authorize, connect bank credentials of your own: Bank connections, Connect account.")
    String noCredentials();

    @Message("Only Financial Controllers may do this.")
    String noController();

    @Message("Accept the payouts terms first: they are on the Payouts tab.")
    String notOptedIn();

    @Message("You connected the default authorizer, so another Financial Controller has to authorize.")
    String connectedDefault();

    @Message("You connected the default authorizer, so another Financial Controller has to release.")
    String connectedDefaultRelease();

    @Message("You connected the default authorizer, so you cannot have payouts authorized automatically.")
    String connectedDefaultAutomatic();

    @Message("You connected the default authorizer, so another Financial Controller has to accept the name.")
    String connectedDefaultName();

    @Message("You prepared the payout to {name}, so another Financial Controller has to authorize it.")
    String prepared(String name);

    @Message(
            "The bank has not given your credentials back yet, since they are not the default authorizer any more. Try again in a minute.")
    String stillHeld();

    @Message("Your bank credentials have expired: reconnect them.")
    String credentialsExpired();

    @Message("Choose between 1 and 500 payouts to authorize.")
    String nothingSelected();

    @Message("This authorization does not wait for a code any more.")
    String notWaiting();
}
