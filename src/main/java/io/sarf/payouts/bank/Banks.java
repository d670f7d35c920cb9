package io.sarf.payouts.bank;

import java.util.List;
import java.util.Optional;

/** The banks this installation is configured for. */
public interface Banks {
    List<Bank> all();

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
