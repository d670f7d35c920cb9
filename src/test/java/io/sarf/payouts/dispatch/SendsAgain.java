package io.sarf.payouts.dispatch;

import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.payout.AdvancePayout;
import io.sarf.payouts.payout.AdvancePayout.Step;

/** Broken on purpose: a dispatcher that takes no answer for a no and sends the order again. */
final class SendsAgain extends PlantedNode {
    SendsAgain(AdvancePayout advance, Connections connections, Banks banks) {
        super(advance, connections, banks);
    }

    @Override
    QueueAnswer queue(Step.Queue step) {
        var answer = super.queue(step);
        return answer instanceof QueueAnswer.Unknown ? super.queue(step) : answer;
    }
}
