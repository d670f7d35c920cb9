package io.sarf.payouts.dispatch;

import io.sarf.payouts.bank.BankAnswer;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.work.Lease;

/** A plain node, for faults to be planted in; without one it does what the dispatcher does. */
class PlantedNode implements Seed.Node {

    private final AdvancePayout advance;
    private final Connections connections;
    private final Banks banks;

    PlantedNode(AdvancePayout advance, Connections connections, Banks banks) {
        this.advance = advance;
        this.connections = connections;
        this.banks = banks;
    }

    @Override
    public void step(Lease lease) {
        advance.prepare(lease).ifPresent(step -> {
            var answer = ask(step);
            advance.record(recording(lease), answer);
        });
    }

    BankAnswer ask(Step step) {
        return step.ask(banks.find(step.bank()).orElseThrow(), connections);
    }

    /** By what right the outcome is recorded. */
    Lease recording(Lease lease) {
        return lease;
    }
}
