package io.sarf.payouts.bank;

public sealed interface CancelAnswer {
    record TakenBack() implements CancelAnswer {}

    record TooLate(OrderStatus status) implements CancelAnswer {}

    record Unknown() implements CancelAnswer {}
}
