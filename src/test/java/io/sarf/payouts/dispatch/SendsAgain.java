package io.sarf.payouts.dispatch;

import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.work.Lease;
import java.util.List;
import java.util.Map;

/** Broken on purpose: a dispatcher that takes no answer for a no and sends the order again. */
final class SendsAgain extends PlantedNode {
    SendsAgain(PrepareSteps prepare, RecordAnswers record, Connections connections, Banks banks) {
        super(prepare, record, connections, banks);
    }

    @Override
    List<BankCalls.Asked> ask(String bank, Map<Lease, Step.Call> calls) {
        return super.ask(bank, calls).stream()
                .map(call -> unknown(call)
                        ? super.ask(bank, Map.of(call.lease(), call.step())).get(0)
                        : call)
                .toList();
    }

    private static boolean unknown(BankCalls.Asked call) {
        return call.answer().toCompletableFuture().join() instanceof QueueAnswer.Unknown;
    }
}
