package io.sarf.payouts.journal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@IdClass(JournalSeal.Key.class)
class JournalSeal {
    record Key(String chain, long sequence) implements Serializable {}

    @Id
    private String chain;

    @Id
    private long sequence;

    private UUID entry;
    private byte[] digest;

    @SuppressWarnings("NullAway.Init")
    protected JournalSeal() {}

    JournalSeal(String chain, long sequence, UUID entry, byte[] digest) {
        this.chain = chain;
        this.sequence = sequence;
        this.entry = entry;
        this.digest = digest.clone();
    }

    UUID entry() {
        return entry;
    }

    long sequence() {
        return sequence;
    }

    byte[] digest() {
        return digest.clone();
    }
}
