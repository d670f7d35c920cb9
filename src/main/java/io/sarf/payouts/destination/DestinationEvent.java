package io.sarf.payouts.destination;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;

/** A change of a destination, fired in the transaction that records it. */
public sealed interface DestinationEvent {
    Scope scope();

    DestinationId destination();

    /** Fired before the edit is applied. What pages showed before is outdated. */
    record Edited(Scope scope, DestinationId destination, Actor by) implements DestinationEvent {}
}
