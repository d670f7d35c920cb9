package io.sarf.payouts.journal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads a chain as an auditor would: from its rows alone, digest after digest. */
@ApplicationScoped
class ChainProof {
    /** A sealed entry in its place. */
    record Link(long sequence, JournalEntry entry) {}

    private final EntityManager entities;

    ChainProof(EntityManager entities) {
        this.entities = entities;
    }

    /** What is wrong with the chain, or nothing. */
    Optional<String> fault(String chain) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var head = entities.find(JournalChain.class, chain);
            var before = Digest.GENESIS;
            var sequence = 0L;
            for (var seal : seals(chain)) {
                sequence++;
                var entry = entities.find(JournalEntry.class, seal.entry());
                if (seal.sequence() != sequence || entry == null) {
                    return Optional.of("A gap at " + sequence);
                }
                before = Digest.of(before, sequence, entry);
                if (!entry.chain().equals(chain) || !Arrays.equals(before, seal.digest())) {
                    return Optional.of("Not what was sealed at " + sequence);
                }
            }
            return Arrays.equals(before, head.digest()) ? Optional.empty() : Optional.of("Not the head");
        });
    }

    List<Link> links(String chain) {
        return QuarkusTransaction.requiringNew()
                .call(() -> seals(chain).stream()
                        .map(seal -> new Link(seal.sequence(), entities.find(JournalEntry.class, seal.entry())))
                        .toList());
    }

    /** The entries of the chain's events, by their sequence, which must have no gap. */
    List<UUID> events(String chain) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var entries = new ArrayList<UUID>();
            var rows = entities.createQuery(
                            "select sequence, entry from JournalEvent where chain = :chain order by sequence",
                            Object[].class)
                    .setParameter("chain", chain)
                    .getResultList();
            for (var row : rows) {
                entries.add((UUID) row[1]);
                if ((Long) row[0] != entries.size()) {
                    throw new AssertionError("A gap among the events before " + row[0]);
                }
            }
            return entries;
        });
    }

    private List<JournalSeal> seals(String chain) {
        return entities.createQuery("from JournalSeal where chain = :chain order by sequence", JournalSeal.class)
                .setParameter("chain", chain)
                .getResultList();
    }
}
