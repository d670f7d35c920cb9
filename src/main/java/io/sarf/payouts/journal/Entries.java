package io.sarf.payouts.journal;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
public class Entries {
    private final EntityManager entities;
    private final ReaderCursors cursors;

    Entries(EntityManager entities, ReaderCursors cursors) {
        this.entities = entities;
        this.cursors = cursors;
    }

    /** Environments with entries the reader has not read, 100 at most. */
    @AcrossApplications
    @Transactional
    public List<Scope> unread(String reader) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(
                        "SELECT c.chain FROM journal_chain c"
                                + " LEFT JOIN journal_reader r ON r.chain = c.chain AND r.reader = :reader"
                                + " WHERE c.head_sequence > COALESCE(r.sequence, 0) AND RIGHT(c.chain, 5) <> '/team' LIMIT 100",
                        String.class)
                .setParameter("reader", reader)
                .getResultList()
                .stream()
                .map(Chain::scope)
                .toList();
    }

    /**
     * Returns the matching ones of the next {@code limit} entries and moves the reader's cursor past all of them, in
     * the caller's transaction: the caller's changes commit with the cursor or not at all.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Journal.Entry> take(Scope scope, String reader, Collection<String> types, int limit) {
        var place = cursors.locked(scope, reader);
        var chain = Chain.of(scope).name();
        var head = entities.find(JournalChain.class, chain);
        var next = head == null ? place : Math.min(place + limit, head.sequence());
        if (next > place) {
            cursors.move(scope, reader, next);
        }
        return entities
                .createQuery(
                        "select j from JournalSeal s join JournalEntry j on j.id = s.entry where s.chain = :chain"
                                + " and s.sequence > :place and s.sequence <= :next and j.type in :types order by s.sequence",
                        JournalEntry.class)
                .setParameter("chain", chain)
                .setParameter("place", place)
                .setParameter("next", next)
                .setParameter("types", types)
                .getResultList()
                .stream()
                .map(JournalEntry::read)
                .toList();
    }

    @Transactional
    public Optional<Journal.Entry> find(Scope scope, UUID id) {
        return entities.createQuery(
                        "from JournalEntry where id = :id and application = :application and environment = :environment",
                        JournalEntry.class)
                .setParameter("id", id)
                .setParameter("application", scope.application().value())
                .setParameter("environment", scope.environment().name())
                .getResultStream()
                .map(JournalEntry::read)
                .findFirst();
    }
}
