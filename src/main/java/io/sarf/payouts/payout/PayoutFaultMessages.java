package io.sarf.payouts.payout;

import io.quarkus.qute.i18n.MessageBundle;

/** Messages about faults of a new payout: in English for the API, in the reader's language for the form. */
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
