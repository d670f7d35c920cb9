package io.sarf.payouts.bank;

import java.util.List;
import java.util.Optional;

public interface Banks {
    List<Bank> all();

    /** Banks that move no real money are in the sandbox and only there. */
    default List<Bank> all(boolean sandbox) {
        return all().stream().filter(bank -> bank.profile().mock() == sandbox).toList();
    }

    default Optional<Bank> find(String identifier, boolean sandbox) {
        return find(identifier).filter(bank -> bank.profile().mock() == sandbox);
    }

    default Optional<Bank> find(String identifier) {
        return all().stream()
                .filter(bank -> bank.profile().identifier().equals(identifier))
                .findFirst();
    }

    /** The display name; the identifier if the bank is no longer configured. */
    default String name(String identifier, String language) {
        return find(identifier).map(bank -> bank.profile().name(language)).orElse(identifier);
    }
}
