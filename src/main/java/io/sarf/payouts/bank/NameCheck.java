package io.sarf.payouts.bank;

import org.jspecify.annotations.Nullable;

/** Confirmation of payee. {@code knownName} is set for a close match only. */
public record NameCheck(Result verdict, @Nullable String knownName) {
    public enum Result {
        MATCH,
        CLOSE_MATCH,
        NO_MATCH,
        NOT_OFFERED
    }
}
