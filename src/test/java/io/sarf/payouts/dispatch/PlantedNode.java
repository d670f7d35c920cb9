package io.sarf.payouts.dispatch;

import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.work.Lease;
import io.sarf.payouts.work.Locking;
import java.util.List;
import java.util.Map;

/** A node without a fault, for faults to be planted in. */
class PlantedNode implements Seed.Node {
    private final PrepareSteps prepare;
    private final RecordAnswers record;
    private final Connections connections;
    private final Banks banks;

    PlantedNode(PrepareSteps prepare, RecordAnswers record, Connections connections, Banks banks) {
        this.prepare = prepare;
        this.record = record;
        this.connections = connections;
        this.banks = banks;
    }

    @Override
    public void step(String bank, List<Lease> leases) {
        var answers = ask(bank, prepare(leases)).stream()
                .map(call -> new RecordAnswers.Answered(
                        recording(call.lease()),
                        call.answer().toCompletableFuture().join()))
                .toList();
        if (!answers.isEmpty()) {
            record.record(answers, Locking.WAIT);
        }
    }

    Map<Lease, Step.Call> prepare(List<Lease> leases) {
        return prepare.prepare(leases, Locking.WAIT).calls();
    }

    List<BankCalls.Asked> ask(String bank, Map<Lease, Step.Call> calls) {
        return BankCalls.ask(banks.find(bank).orElseThrow(), connections, calls);
    }

    /** By what right the outcome is recorded. */
    Lease recording(Lease lease) {
        return lease;
    }
}
