package io.sarf.payouts.payout;

import io.sarf.payouts.bank.ReasonCode;
import java.time.Instant;
import java.util.UUID;

/** What can happen to a payout. Each carries what must be known for it to happen. */
public sealed interface PayoutEvent {
    /** The order is on its way; {@code at} is what the bank's horizon counts from. */
    record SentToBank(Instant at) implements PayoutEvent {}

    /** The bank has the order, and somebody has to authorize it. */
    record Queued(UUID payment, String bankId) implements PayoutEvent {}

    /** The bank has the order, and it is authorized without a person. */
    record QueuedAutomatic(UUID payment, String bankId) implements PayoutEvent {}

    /** Certain that the bank does not have the order. */
    record NotTaken(String why) implements PayoutEvent {}

    /** It can never be sent. */
    record Unsendable(ReasonCode code, String message) implements PayoutEvent {}

    record AuthorizationBegun(UUID authorization) implements PayoutEvent {}

    /** The client wants it paid now, with the default authorizer and without a person. */
    record ReleasedOnDemand(UUID authorization) implements PayoutEvent {}

    /** The challenge is over and the bank says the order is queued still. */
    record AuthorizationClosed(String why) implements PayoutEvent {}

    record CancelledUnsent() implements PayoutEvent {}

    record CancellationAsked() implements PayoutEvent {}

    record TakenBack() implements PayoutEvent {}

    record Accepted(String bankReference) implements PayoutEvent {}

    record Pending() implements PayoutEvent {}

    record Refused(ReasonCode code, String message) implements PayoutEvent {}

    record RefusedByApprover(String message) implements PayoutEvent {}

    record Processed() implements PayoutEvent {}

    record Rejected(ReasonCode code, String message) implements PayoutEvent {}
}
