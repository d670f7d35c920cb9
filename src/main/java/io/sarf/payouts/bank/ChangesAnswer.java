package io.sarf.payouts.bank;

import java.util.List;

public sealed interface ChangesAnswer {
    /** @param next cursor of the next call; unchanged if there are no changes */
    record Changes(List<Change> changes, String next) implements ChangesAnswer {}

    record NoAnswer() implements ChangesAnswer {}

    /** @param reference as the bank sends it; it may not be ours */
    record Change(String reference, String account, OrderStatus status) {}
}
