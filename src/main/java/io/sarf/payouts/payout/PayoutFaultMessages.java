package io.sarf.payouts.payout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import io.sarf.payouts.web.PlainText;

/** What is wrong with a payout somebody asks for: in English for programs, in the reader's language in the form. */
@MessageBundle("payoutfaults")
interface PayoutFaultMessages {
    @Message("There is no such source account.")
    String unknownAccount();

    @Message("This account pays in {currency} only.")
    String otherCurrency(String currency);

    @Message("The credentials of this account's bank have expired: reconnect them.")
    String credentialsExpired();

    @Message("This account's bank has no default authorizer, so a person has to authorize.")
    String noDefaultAuthorizer();

    @Message("The amount must be more than zero.")
    String moreThanZero();

    @Message("{currency} has {decimals} decimals.")
    String decimals(String currency, int decimals);

    @Message("The bank takes {amount} at least.")
    String atLeast(String amount);

    @Message("The bank takes {amount} at most.")
    String atMost(String amount);

    @Message("There is no such destination.")
    String unknownDestination();

    @Message("The bank does not know this destination.")
    String notAtBank();

    @Message("This destination is a beneficiary of another bank than the account's.")
    String otherBank();

    @Message("The bank says the name does not match the account, so a person has to look at it first.")
    String nameNoMatch();

    @Message("This is needed.")
    String needed();

    @Message("Use up to 32 letters, digits, spaces and / - ? : ( ) . , ' +, which is what banks take.")
    String characters();

    @Message("Use {max} characters at most.")
    String tooLong(int max);

    @Message(PlainText.REFUSAL)
    String notPlainText();
}
