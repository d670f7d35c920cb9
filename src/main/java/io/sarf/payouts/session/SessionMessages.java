package io.sarf.payouts.session;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about being signed in. */
@MessageBundle("session")
interface SessionMessages {
    @Message("Where you are signed in")
    String title();

    @Message("Each line is a browser that you are signed in with. End what you do not recognize: it counts at once.")
    String lead();

    @Message("Browser")
    String browser();

    @Message("{browser} on {system}")
    String device(String browser, String system);

    @Message("Unknown browser")
    String unknownDevice();

    @Message("Address")
    String address();

    @Message("Signed in")
    String started();

    @Message("Last used")
    String seen();

    @Message("this browser")
    String here();

    @Message("Sign out")
    String end();

    @Message("Signed out there.")
    String ended();

    @Message("Sign out everywhere")
    String everywhere();

    @Message("Sign out of every browser?")
    String everywhereTitle();

    @Message("You will be signed out here as well. Where your identity provider still knows a browser, it may let that"
            + " browser in again without a password: end its sessions there, too.")
    String everywhereText();

    @Message("This was not sent yet")
    String keptTitle();

    @Message(
            "Nothing has happened yet. What you typed was kept, apart from bank credentials and codes. Send it now, or go back to"
                    + " the page to change it.")
    String keptText();

    @Message("Sign in again")
    String signInAgain();

    @Message(
            "This asks for a sign-in that is at most {minutes} minutes old. Yours is older: sign in again, and you come back to"
                    + " where you were.")
    String signInAgainText(long minutes);

    @Message("What you typed is kept, apart from bank credentials and codes. Nothing has happened yet.")
    String signInAgainKept();

    @Message("Signing in…")
    String signingIn();

    @Message("Not now")
    String notNow();

    @Message("This was sent from here already")
    String sentTitle();

    @Message(
            "Look whether it has had its effect before you send it once more. You can also go back to the page with what you typed.")
    String sentText();

    @Message("Page")
    String typedOn();

    @Message("Kept since")
    String typedAt();

    @Message("Without JavaScript the page does not remember it.")
    String keptNoScript();

    @Message("Send it now")
    String send();

    @Message("Send it once more")
    String sendAgain();

    @Message("Sending")
    String sending();

    @Message("Back to the page")
    String back();
}
