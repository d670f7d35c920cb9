package io.sarf.payouts.dispatch;

import io.sarf.payouts.bank.Bank;
import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.CancelAnswer;
import io.sarf.payouts.bank.ChangesAnswer;
import io.sarf.payouts.bank.CompleteAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.Order;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.bank.sandbox.Renamed;
import io.sarf.payouts.bank.sandbox.Wire;
import io.sarf.payouts.dispatch.Chance.Fault;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** The points around each call to a bank: about to be made, and answered. */
final class WatchedBank extends Renamed {
    private final Wire wire;
    private boolean copies = true;

    WatchedBank(Bank bank, Wire wire) {
        super(bank, bank.profile());
        this.wire = wire;
    }

    /** Whether the network may deliver something twice. */
    void copies(boolean possible) {
        copies = possible;
    }

    private <A> A call(String what, Supplier<A> call) {
        var actor = Actor.current();
        if (actor == null) {
            return call.get();
        }
        var possible = copies ? Fault.OF_CALLS : Fault.OF_CALLS_WITHOUT_COPIES;
        wire.next(fate(actor.at(what + Points.CALLED, possible, () -> 0)));
        var answer = call.get();
        Points.passed(what + Points.ANSWERED);
        return answer;
    }

    private static Wire.Fate fate(Fault fault) {
        return switch (fault) {
            case NONE, KILLED, STOOD_STILL, UNANSWERED -> Wire.Fate.PASSED;
            case LOST -> Wire.Fate.LOST;
            case CUT -> Wire.Fate.CUT;
            case LATE -> Wire.Fate.LATE;
            case COPIED -> Wire.Fate.COPIED;
            case SPOILT -> Wire.Fate.SPOILT;
        };
    }

    @Override
    public QueueAnswer queue(Credentials credentials, Order order) {
        return call("queue", () -> super.queue(credentials, order));
    }

    @Override
    public BeginAnswer beginOnce(Credentials credentials, List<OurReference> references) {
        var actor = Actor.current();
        var what = actor != null && actor.name().startsWith("person") ? "window" : "authorize";
        return call(what, () -> super.beginOnce(credentials, references));
    }

    @Override
    public CompleteAnswer complete(Credentials credentials, String challenge, String otp) {
        return call("code", () -> super.complete(credentials, challenge, otp));
    }

    @Override
    public CancelAnswer cancelOne(Credentials credentials, OurReference reference) {
        return call("cancel", () -> super.cancelOne(credentials, reference));
    }

    @Override
    public OrderStatus status(OurReference reference, Instant sentAt) {
        return call("look-up", () -> super.status(reference, sentAt));
    }

    @Override
    public ChangesAnswer changesSince(String cursor) {
        return call("changes", () -> super.changesSince(cursor));
    }
}
