package io.sarf.payouts.journal;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.PaddedInList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.StatelessSession;

@ApplicationScoped
class Chains {
    private static final int BATCH = 500;

    /** Of the entries of a batch, which are ordered by subject. */
    private static final Duration SPAN = Duration.ofMinutes(15);

    /** Entries of one subject follow its versions; subjects are ordered by id. */
    private static final Comparator<JournalEntry> ORDER = Comparator.comparing(JournalEntry::subject)
            .thenComparing(JournalEntry::subjectVersion)
            .thenComparing(JournalEntry::id);

    /**
     * @param more whether entries are left to be sealed
     * @param unsearched whether sealed entries are left to be made searchable
     */
    record Batch(int events, boolean more, boolean unsearched) {}

    private final EntityManager entities;
    private final StatelessSession inserts;

    Chains(EntityManager entities, StatelessSession inserts) {
        this.entities = entities;
        this.inserts = inserts;
    }

    @AcrossApplications
    @Transactional
    List<String> waiting() {
        return entities.createQuery("select distinct chain from JournalPending", String.class)
                .setMaxResults(1_000)
                .getResultList();
    }

    /** Chains with sealed entries that cannot be searched yet: those of before the table, or of before it was emptied. */
    @AcrossApplications
    @Transactional
    List<String> behind() {
        return entities.createQuery("select chain from JournalChain where searched < headSequence", String.class)
                .setMaxResults(1_000)
                .getResultList();
    }

    /** Chains with an entry of before this time that is not sealed, and the time of the oldest, 100 at most. */
    @AcrossApplications
    @Transactional
    Map<Chain, Instant> unsealed(Instant before) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(
                        "SELECT p.chain, e.occurred_at FROM (SELECT chain, MIN(entry) AS entry FROM journal_pending"
                                + " GROUP BY chain) p JOIN journal_entry e ON e.id = p.entry"
                                + " WHERE e.occurred_at < :before ORDER BY e.occurred_at LIMIT 100",
                        Object[].class)
                .addScalar("chain", String.class)
                .addScalar("occurred_at", Instant.class)
                .setParameter("before", before)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        row -> Chain.named((String) row[0]), row -> (Instant) row[1], (a, b) -> a, LinkedHashMap::new));
    }

    @AcrossApplications
    Optional<Instant> oldestUnsealed() {
        return entities.createQuery(
                        "select e.occurredAt from JournalPending p join JournalEntry e on e.id = p.entry order by p.entry",
                        Instant.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @AcrossApplications
    @Transactional
    Batch seal(String chain) {
        var head = head(chain);
        var pending = entities.createQuery(
                        "from JournalPending where chain = :chain order by entry", JournalPending.class)
                .setParameter("chain", chain)
                .setMaxResults(BATCH)
                .getResultList();
        var together = together(pending);
        var full = pending.size() == BATCH || together.size() < pending.size();
        var seals = new ArrayList<JournalSeal>();
        var events = new ArrayList<JournalEvent>();
        for (var entry : full ? withElders(chain, entries(together)) : entries(together)) {
            var sequence = head.append(entry);
            seals.add(new JournalSeal(chain, sequence, entry.id(), head.digest()));
            var event = entry.eventType();
            if (event != null) {
                events.add(new JournalEvent(chain, head.nextEvent(), event, entry.id()));
            }
        }
        inserts.insertMultiple(seals);
        inserts.insertMultiple(events);
        return new Batch(events.size(), full, JournalSearch.fill(entities, head));
    }

    /** What waited for long is sealed in parts, so that sequences follow time ({@link EventHistory}): ids have the time. */
    private static List<JournalPending> together(List<JournalPending> pending) {
        if (pending.isEmpty()) {
            return pending;
        }
        var last = millis(pending.get(0)) + SPAN.toMillis();
        return pending.stream().takeWhile(one -> millis(one) <= last).toList();
    }

    private static long millis(JournalPending pending) {
        return pending.entry().getMostSignificantBits() >>> 16;
    }

    private List<JournalEntry> entries(List<JournalPending> pending) {
        if (pending.isEmpty()) {
            return List.of();
        }
        var ids = pending.stream().map(JournalPending::entry).toList();
        entities.createNativeQuery("DELETE FROM journal_pending WHERE entry IN (:entries)")
                .setParameter("entries", ids)
                .executeUpdate();
        return PaddedInList.find(entities, JournalEntry.class, ids).stream()
                .sorted(ORDER)
                .toList();
    }

    /**
     * Adds older entries of these subjects that follow the batch: ids depend on node clocks, only versions are in
     * order.
     */
    private List<JournalEntry> withElders(String chain, List<JournalEntry> batch) {
        var youngest = batch.stream()
                .collect(Collectors.toMap(JournalEntry::subject, JournalEntry::subjectVersion, Math::max));
        var elders = PaddedInList.rows(
                        youngest.keySet(),
                        in -> entities.createQuery(
                                        "select p, e from JournalPending p join JournalEntry e on e.id = p.entry"
                                                + " where p.chain = :chain and e.subject in (" + in + ")",
                                        Object[].class)
                                .setParameter("chain", chain))
                .stream()
                .filter(row -> row[1] instanceof JournalEntry entry
                        && entry.subjectVersion() < youngest.getOrDefault(entry.subject(), 0L))
                .map(row -> (JournalPending) row[0])
                .toList();
        return Stream.concat(batch.stream(), entries(elders).stream())
                .sorted(ORDER)
                .toList();
    }

    private JournalChain head(String chain) {
        // Locked for this short transaction: a second node waits, then sees the new head and nothing pending. The
        // upsert locks the row at once; a select for a missing row would lock the gap, and two nodes would deadlock.
        entities.createNativeQuery("INSERT INTO journal_chain (chain, head_sequence, head_digest, event_head)"
                        + " VALUES (:chain, 0, :genesis, 0) ON DUPLICATE KEY UPDATE chain = chain")
                .setParameter("chain", chain)
                .setParameter("genesis", Digest.GENESIS)
                .executeUpdate();
        return entities.find(JournalChain.class, chain, LockModeType.PESSIMISTIC_WRITE);
    }
}
