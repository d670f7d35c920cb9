package io.sarf.payouts.connection;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("banks")
interface BankMessages {
    String title();

    String lead();

    String on();

    String off();

    String notForPayouts();

    String notActive();

    String connected(int count);

    String switchOn();

    String switchOff();

    String switchOffTitle(String bank);

    String switchOffText();

    String switchOffConnected();

    String nowOn(String bank);

    String nowOff(String bank);

    String switchedOff();

    String closed();
}
