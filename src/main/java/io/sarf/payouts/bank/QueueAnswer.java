package io.sarf.payouts.bank;

public sealed interface QueueAnswer {
    record Taken(String bankId) implements QueueAnswer {}

    record Refused(ReasonCode code, String message) implements QueueAnswer {}

    /** Certain that the bank did not take the order: it never got there, or the bank said so. May be sent again. */
    record NotTaken(String message) implements QueueAnswer {}

    record Unknown() implements QueueAnswer {}
}
