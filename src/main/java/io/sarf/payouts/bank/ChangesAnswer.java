package io.sarf.payouts.bank;

import java.util.List;

public sealed interface ChangesAnswer {
    /** Oldest first; {@code next} is the cursor to ask with next time, the same one when nothing changed. */
    record Changes(List<Change> changes, String next) implements ChangesAnswer {}

    record NoAnswer() implements ChangesAnswer {}

    /** @param reference as the bank tells it: it may be one that is not ours at all */
    record Change(String reference, String account, OrderStatus status) {}
}
