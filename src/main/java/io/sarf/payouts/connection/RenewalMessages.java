package io.sarf.payouts.connection;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("renewal")
interface RenewalMessages {
    String reconnect();

    String byAnother(String name);

    String byNobody(String name);

    String title(String bank);

    String text();

    String after();

    String nothing();

    String done(String bank);

    String otherBankUser();

    String notYours();

    String leftDefault(String bank, String environment);

    String leftManual(String bank, String environment);

    String sandbox();

    String production();
}
