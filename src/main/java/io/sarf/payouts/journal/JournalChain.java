package io.sarf.payouts.journal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class JournalChain {
    @Id
    private String chain;

    private long headSequence;
    private byte[] headDigest;
    private long eventHead;
    private long searched;

    @SuppressWarnings("NullAway.Init")
    protected JournalChain() {}

    /** @return the entry's sequence */
    long append(JournalEntry entry) {
        headSequence++;
        headDigest = Digest.of(headDigest, headSequence, entry);
        return headSequence;
    }

    byte[] digest() {
        return headDigest.clone();
    }

    long sequence() {
        return headSequence;
    }

    String chain() {
        return chain;
    }

    /** Sequence of the last entry that {@link JournalSearch} has. */
    long searched() {
        return searched;
    }

    void searchedUntil(long sequence) {
        searched = sequence;
    }

    long nextEvent() {
        return ++eventHead;
    }
}
