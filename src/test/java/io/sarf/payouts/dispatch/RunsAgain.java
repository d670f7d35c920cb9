package io.sarf.payouts.dispatch;

import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.work.Lease;
import java.util.List;
import java.util.Map;

/** Broken on purpose: where a commit was not answered, it runs its batch again from the calls on. */
final class RunsAgain extends PlantedNode {
    private Map<Lease, Step.Call> calls = Map.of();

    RunsAgain(PrepareSteps prepare, RecordAnswers record, Connections connections, Banks banks) {
        super(prepare, record, connections, banks);
    }

    @Override
    public void step(String bank, List<Lease> leases) {
        try {
            super.step(bank, leases);
        } catch (Unanswered unknown) {
            ask(bank, calls);
        }
    }

    @Override
    Map<Lease, Step.Call> prepare(List<Lease> leases) {
        calls = Map.of();
        calls = super.prepare(leases);
        return calls;
    }
}
