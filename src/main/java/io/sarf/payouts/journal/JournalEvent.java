package io.sarf.payouts.journal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@IdClass(JournalEvent.Key.class)
class JournalEvent {
    record Key(String chain, long sequence) implements Serializable {}

    @Id
    private String chain;

    @Id
    private long sequence;

    private String type;
    private UUID entry;

    @SuppressWarnings("NullAway.Init")
    protected JournalEvent() {}

    JournalEvent(String chain, long sequence, String type, UUID entry) {
        this.chain = chain;
        this.sequence = sequence;
        this.type = type;
        this.entry = entry;
    }
}
