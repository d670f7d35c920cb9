package io.sarf.payouts.connection;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the switches of banks. */
@MessageBundle("banks")
interface BankMessages {
    @Message("Banks")
    String title();

    @Message(
            "Which banks Financial Controllers can connect in this environment. Your back end is told when it changes.")
    String lead();

    @Message("On")
    String on();

    @Message("Off")
    String off();

    @Message("Not for payouts")
    String notForPayouts();

    @Message("The bank is not available at the moment")
    String notActive();

    @Message("{#when plural:en(count)}{#is 'one'}{count} login connected{#else}{count} logins connected{/when}")
    String connected(int count);

    @Message("Switch on")
    String switchOn();

    @Message("Switch off")
    String switchOff();

    @Message("Switch {bank} off?")
    String switchOffTitle(String bank);

    @Message("Nobody can connect it any more until it is switched on again.")
    String switchOffText();

    @Message(
            "What is connected stays connected, and payouts by it go on. To end that, remove the connections in the list above.")
    String switchOffConnected();

    @Message("{bank} is switched on. It can be connected.")
    String nowOn(String bank);

    @Message("{bank} is switched off. Nobody can connect it.")
    String nowOff(String bank);

    @Message(
            "Your company has switched this bank off. A Financial Controller can switch it on again at Bank connections.")
    String switchedOff();

    @Message("Switched off by your company")
    String closed();
}
