package io.sarf.payouts.bank;

import org.jspecify.annotations.Nullable;

/** Confirmation of payee: does the account belong to the name? {@code knownName} only for a close match. */
public record NameCheck(Verdict verdict, @Nullable String knownName) {
    public enum Verdict {
        MATCH,
        CLOSE_MATCH,
        NO_MATCH,
        NOT_OFFERED
    }
}
