package io.sarf.payouts.dispatch;

import io.sarf.payouts.bank.BankAnswer;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.connection.Connections;

/** Broken on purpose: a dispatcher that takes no answer for a no and sends the order again. */
final class SendsAgain extends PlantedNode {
    SendsAgain(AdvancePayout advance, Connections connections, Banks banks) {
        super(advance, connections, banks);
    }

    @Override
    BankAnswer ask(Step step) {
        var answer = super.ask(step);
        return answer instanceof QueueAnswer.Unknown ? super.ask(step) : answer;
    }
}
