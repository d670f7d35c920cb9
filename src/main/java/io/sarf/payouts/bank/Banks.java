package io.sarf.payouts.bank;

import java.util.List;
import java.util.Optional;

/** The banks this installation is configured for. */
public interface Banks {
    List<Bank> all();

    /** Those for one environment: banks that move no real money are the sandbox's, and no other is there. */
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

    /** What people call a bank; its identifier where this installation does not know it any more. */
    default String name(String identifier, String language) {
        return find(identifier).map(bank -> bank.profile().name(language)).orElse(identifier);
    }
}
