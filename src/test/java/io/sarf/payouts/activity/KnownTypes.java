package io.sarf.payouts.activity;

import java.util.List;

/** The types of entries, for the tests of features that show a history of their own. */
public final class KnownTypes {
    private KnownTypes() {}

    /** @param prefix for example {@code payout.} */
    public static List<String> beginningWith(String prefix) {
        return TypeWords.ALL.stream()
                .map(TypeWords::type)
                .filter(type -> type.startsWith(prefix))
                .toList();
    }

    /** @param kind of what it happens to, for example {@code destination} */
    public static List<String> of(String kind) {
        return TypeWords.ALL.stream()
                .filter(one -> one.kind().id().equals(kind))
                .map(TypeWords::type)
                .toList();
    }
}
