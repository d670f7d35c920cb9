package io.sarf.payouts.connection;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of Reconnect, wherever a login that has expired is shown. */
@MessageBundle("renewal")
interface RenewalMessages {
    @Message("Reconnect")
    String reconnect();

    @Message("{name} connected it and can reconnect it.")
    String byAnother(String name);

    @Message("{name} connected it and is no longer a Financial Controller here, so nobody can reconnect it. Ask your"
            + " representative to"
            + " make other credentials the default authorizer.")
    String byNobody(String name);

    @Message("Reconnect {bank}")
    String title(String bank);

    @Message(
            "The bank does not take these credentials any more. Sign in as the same bank user, with the password you use"
                    + " now:")
    String text();

    @Message("What failed meanwhile is not sent again. What waits for the bank's answer is asked for again.")
    String after();

    @Message("The bank takes these credentials: there is nothing to reconnect.")
    String nothing();

    @Message("{bank} is connected again. What failed meanwhile was not sent again.")
    String done(String bank);

    @Message("The bank says that these are the credentials of another bank user. Sign in as the one named here.")
    String otherBankUser();

    @Message("Only the person who connected it can reconnect it.")
    String notYours();

    // What somebody who goes leaves behind
    @Message(
            "{bank} ({environment}): this login is the default authorizer. It goes on paying until the representative changes it.")
    String leftDefault(String bank, String environment);

    @Message(
            "{bank} ({environment}): this login stays connected and authorizes nothing any more. Any Financial Controller can remove it.")
    String leftManual(String bank, String environment);

    @Message("Sandbox")
    String sandbox();

    @Message("Production")
    String production();
}
