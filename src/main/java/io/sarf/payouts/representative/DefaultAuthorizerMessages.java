package io.sarf.payouts.representative;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("defaultauthorizer")
interface DefaultAuthorizerMessages {
    String title();

    String lead();

    String change();

    String noBank();

    String noBankText();

    String now();

    String connectedBy(String name);

    String expired();

    String gone();

    String choice();

    String choose();

    String nobodyElse();

    String reasonNeeded(int max);

    String review();

    String reviewTitle(String bank);

    String from();

    String to();

    String loses(String name);

    String losesDashboard(String name);

    String losesPortal(String user);

    String gains(String name);

    String gainsDashboard(String name);

    String gainsAfterReconnect(String name, String user);

    String gainsNothing(String name);

    String gainsPortal(String user);

    String stays();

    String staysText();

    String told();

    String nobodyLeft();

    String back();

    String changed(String bank, String name);

    String stale();

    String turnedAway();

    String otherAccounts();

    String noAnswer();

    String authorizing();
}
