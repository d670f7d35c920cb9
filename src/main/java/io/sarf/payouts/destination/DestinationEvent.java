package io.sarf.payouts.destination;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;

/** What happened to a destination, told inside the transaction that records it. */
public sealed interface DestinationEvent {
    Scope scope();

    DestinationId destination();

    /** It is being edited: whoever was shown it before was shown something else. */
    record Edited(Scope scope, DestinationId destination, Actor by) implements DestinationEvent {}
}
