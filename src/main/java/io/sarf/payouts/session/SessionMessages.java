package io.sarf.payouts.session;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("session")
interface SessionMessages {
    String title();

    String lead();

    String browser();

    String device(String browser, String system);

    String unknownDevice();

    String address();

    String started();

    String seen();

    String here();

    String end();

    String ended();

    String everywhere();

    String everywhereTitle();

    String everywhereText();

    String keptTitle();

    String keptText();

    String signInAgain();

    String signInAgainText(long minutes);

    String signInAgainKept();

    String signingIn();

    String notNow();

    String sentTitle();

    String sentText();

    String typedOn();

    String typedAt();

    String keptNoScript();

    String send();

    String sendAgain();

    String sending();

    String back();
}
