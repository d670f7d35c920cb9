package io.sarf.payouts.source;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the removal of a bank connection. */
@MessageBundle("removal")
interface RemovalMessages {
    @Message("Remove")
    String remove();

    @Message("Remove this connection to {bank}?")
    String title(String bank);

    @Message("Connected by")
    String by();

    @Message("Bank user")
    String user();

    @Message("Payouts not sent yet")
    String unsent();

    @Message("They fail and are not sent. Nothing is sent again by itself.")
    String unsentText();

    @Message("Payouts on their way")
    String underWay();

    @Message(
            "They come to their end: the bank is asked what became of them. One that cannot be authorized without a person waits for one.")
    String underWayText();

    @Message("Payouts that wait to be authorized")
    String waiting();

    @Message(
            "They stay at the bank, and in Payouts. Cancel those you do not want before you remove the connection: a day later the bank takes them back only after it has been connected again.")
    String waitingText();

    @Message("See the payouts that wait")
    String seeWaiting();

    @Message("None")
    String none();

    @Message("Destinations")
    String destinations();

    @Message("They cannot be paid until a bank is connected again and they are added to it.")
    String destinationsText();

    @Message("Manual authorizers")
    String authorizers();

    @Message("They stay connected and can still authorize what waits at the bank.")
    String authorizersText();

    @Message("Nobody else is connected to this bank, so nobody can authorize from the dashboard what waits there.")
    String nobody();

    @Message("Your back end")
    String program();

    @Message("It finds neither the payment source nor its accounts any more.")
    String programText();

    @Message("{name} can use {user} in the bank's online banking again.")
    String portal(String name, String user);

    @Message(
            "{name} cannot authorize payouts of this bank from the dashboard any more. An authorization that waits for a code is not completed.")
    String manual(String name);

    @Message("I know what follows.")
    String understand();

    @Message("Tick the box to confirm that you know what follows.")
    String understoodNeeded();

    @Message("The default authorizer was changed meanwhile. Read again what follows.")
    String stale();

    @Message("Only {name}, who connected it, can remove it.")
    String byAnother(String name);

    @Message("Keep it")
    String keep();

    @Message("The connection to {bank} is removed.")
    String done(String bank);

    @Message("No bank to pay from")
    String noSource();

    @Message(
            "Nothing new can be paid until a bank is connected. What waits at a bank can still be authorized by who is connected there.")
    String noSourceText();
}
