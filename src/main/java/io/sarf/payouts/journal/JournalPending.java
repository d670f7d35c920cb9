package io.sarf.payouts.journal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

@Entity
class JournalPending {
    @Id
    private UUID entry;

    private String chain;

    @SuppressWarnings("NullAway.Init")
    protected JournalPending() {}

    JournalPending(UUID entry, String chain) {
        this.entry = entry;
        this.chain = chain;
    }

    UUID entry() {
        return entry;
    }

    String chain() {
        return chain;
    }
}
