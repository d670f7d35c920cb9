package io.sarf.payouts.journal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.application.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An auditor who comes by often: seals what is there, and follows the chain from where it was whole the last time. */
@ApplicationScoped
public class AuditedChain {
    /** How far the chain was found whole. */
    public record Seen(long sequence, byte[] digest, long events) {
        public static Seen nothing() {
            return new Seen(0, Digest.GENESIS, 0);
        }
    }

    /** What was found, with what is wrong. */
    public record Found(Seen seen, List<String> faults) {}

    /** One entry of a subject, with what the client was told of it. */
    public record Told(
            String type,
            String details,
            @Nullable String event,
            @Nullable String payload) {}

    private final EntityManager entities;
    private final Sealer sealer;

    AuditedChain(EntityManager entities, Sealer sealer) {
        this.entities = entities;
        this.sealer = sealer;
    }

    public Found audit(Scope scope, Seen before) {
        sealer.sealAll();
        var chain = Chain.of(scope).name();
        return QuarkusTransaction.requiringNew().call(() -> {
            var faults = new ArrayList<String>();
            var digest = before.digest();
            var sequence = before.sequence();
            var announced = new ArrayList<UUID>();
            for (var link : links(chain, sequence)) {
                var seal = (JournalSeal) link[0];
                var entry = (JournalEntry) link[1];
                sequence++;
                digest = Digest.of(digest, sequence, entry);
                if (seal.sequence() != sequence
                        || !entry.chain().equals(chain)
                        || !Arrays.equals(digest, seal.digest())) {
                    faults.add("The chain is broken at " + sequence);
                }
                if (entry.eventType() != null) {
                    announced.add(entry.id());
                }
            }
            if (waiting(chain) > 0) {
                faults.add("Entries were left unsealed");
            }
            var events = events(chain, before.events());
            if (!events.equals(announced)) {
                faults.add("The sequence of events is not that of the entries that announce something");
            }
            return new Found(new Seen(sequence, digest, before.events() + events.size()), faults);
        });
    }

    /** Everything that happened to a subject, in order. */
    public List<Told> of(UUID subject) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery(
                                "from JournalEntry where subject = :subject order by subjectVersion, id",
                                JournalEntry.class)
                        .setParameter("subject", subject)
                        .getResultStream()
                        .map(entry -> new Told(entry.type(), entry.payload(), entry.eventType(), entry.eventPayload()))
                        .toList());
    }

    private List<Object[]> links(String chain, long after) {
        return entities.createQuery(
                        "select seal, entry from JournalSeal seal join JournalEntry entry on entry.id = seal.entry"
                                + " where seal.chain = :chain and seal.sequence > :after order by seal.sequence",
                        Object[].class)
                .setParameter("chain", chain)
                .setParameter("after", after)
                .getResultList();
    }

    private List<UUID> events(String chain, long after) {
        return entities.createQuery(
                        "select entry from JournalEvent where chain = :chain and sequence > :after order by sequence",
                        UUID.class)
                .setParameter("chain", chain)
                .setParameter("after", after)
                .getResultList();
    }

    private long waiting(String chain) {
        return entities.createQuery("select count(*) from JournalPending where chain = :chain", Long.class)
                .setParameter("chain", chain)
                .getSingleResult();
    }
}
