package io.sarf.payouts.payout;

import io.quarkus.qute.i18n.MessageBundle;

/** What is wrong with a payout somebody asks for: in English for programs, in the reader's language in the form. */
@MessageBundle("payoutfaults")
interface PayoutFaultMessages {
    String unknownAccount();

    String otherCurrency(String currency);

    String credentialsExpired();

    String noDefaultAuthorizer();

    String moreThanZero();

    String decimals(String currency, int decimals);

    String atLeast(String amount);

    String atMost(String amount);

    String unknownDestination();

    String notAtBank();

    String otherBank();

    String nameNoMatch();

    String needed();

    String characters();

    String tooLong(int max);

    String notPlainText();
}
