package io.sarf.payouts.dispatch;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.bank.Bank;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.payout.AdvancePayout;
import io.sarf.payouts.payout.AdvancePayout.Step;
import io.sarf.payouts.platform.Lease;
import java.util.List;

/** A plain node, for faults to be planted in; without one it does what the dispatcher does. */
class PlantedNode implements Seed.Node {
    static final AcrossApplications RIGHT = AcrossApplications.because("A node with a planted fault");

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
        var step = advance.prepare(RIGHT, lease);
        if (step instanceof Step.Queue queue) {
            var answer = queue(queue);
            advance.queued(RIGHT, recording(lease), answer);
        } else if (step instanceof Step.Authorize authorize) {
            var answer = bank(authorize.with().bank())
                    .begin(connections.credentials(authorize.with()), List.of(authorize.reference()));
            advance.authorized(RIGHT, recording(lease), answer);
        } else if (step instanceof Step.Cancel cancel) {
            var answer = bank(cancel.with().bank()).cancel(connections.credentials(cancel.with()), cancel.reference());
            advance.cancelled(RIGHT, recording(lease), answer);
        } else if (step instanceof Step.Ask ask) {
            var answer = bank(ask.bank()).status(ask.reference(), ask.sentAt());
            advance.told(RIGHT, recording(lease), answer);
        }
    }

    QueueAnswer queue(Step.Queue step) {
        return bank(step.with().bank()).queue(connections.credentials(step.with()), step.order());
    }

    /** By what right the outcome is recorded. */
    Lease recording(Lease lease) {
        return lease;
    }

    private Bank bank(String identifier) {
        return banks.find(identifier).orElseThrow();
    }
}
