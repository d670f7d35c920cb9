package io.sarf.payouts.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The events of the journal in order, with a stored cursor for each reader. */
@ApplicationScoped
public class Events {
    /** @param envelope the exact text that is sent and signed */
    public record Event(long sequence, UUID id, String type, String envelope) {}

    private final EntityManager entities;
    private final ReaderCursors cursors;
    private final ObjectMapper json;

    Events(EntityManager entities, ReaderCursors cursors, ObjectMapper json) {
        this.entities = entities;
        this.cursors = cursors;
        this.json = json;
    }

    /** Environments with events this reader has not read, 100 at most. */
    @AcrossApplications
    @Transactional
    public List<Scope> unread(String reader) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(
                        "SELECT c.chain FROM journal_chain c"
                                + " LEFT JOIN journal_reader r ON r.chain = c.chain AND r.reader = :reader"
                                + " WHERE c.event_head > COALESCE(r.sequence, 0) LIMIT 100",
                        String.class)
                .setParameter("reader", reader)
                .getResultList()
                .stream()
                .map(Chain::scope)
                .toList();
    }

    /**
     * Returns the next events and moves the reader's cursor past them, in the caller's transaction: the caller's
     * changes commit with the cursor or not at all.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Event> take(Scope scope, String reader, int limit) {
        var place = cursors.locked(scope, reader);
        var events = after(scope, place, limit);
        if (!events.isEmpty()) {
            cursors.move(scope, reader, events.get(events.size() - 1).sequence());
        }
        return events;
    }

    public record Published(String type, String payload, Instant at) {}

    /** Events of one subject, newest first, including entries that are not sealed yet. */
    public List<Published> of(Scope scope, UUID subject, int skip, int limit) {
        return entities
                .createQuery(
                        "from JournalEntry where application = :application and environment = :environment"
                                + " and subject = :subject and eventType is not null"
                                + " order by subjectVersion desc, id desc",
                        JournalEntry.class)
                .setParameter("application", scope.application().value())
                .setParameter("environment", scope.environment().name())
                .setParameter("subject", subject)
                .setFirstResult(skip)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(entry -> new Published(
                        String.valueOf(entry.eventType()), String.valueOf(entry.eventPayload()), entry.occurredAt()))
                .toList();
    }

    public long count(Scope scope, UUID subject) {
        return entities.createQuery(
                        "select count(*) from JournalEntry where application = :application"
                                + " and environment = :environment and subject = :subject and eventType is not null",
                        Long.class)
                .setParameter("application", scope.application().value())
                .setParameter("environment", scope.environment().name())
                .setParameter("subject", subject)
                .getSingleResult();
    }

    public List<Event> after(Scope scope, long sequence, int limit) {
        return entities
                .createQuery(
                        "select e.sequence, j from JournalEvent e join JournalEntry j on j.id = e.entry"
                                + " where e.chain = :chain and e.sequence > :sequence order by e.sequence",
                        Object[].class)
                .setParameter("chain", Chain.of(scope).name())
                .setParameter("sequence", sequence)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> event((Long) row[0], (JournalEntry) row[1]))
                .toList();
    }

    private Event event(long sequence, JournalEntry entry) {
        var type = String.valueOf(entry.eventType());
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("payload", new RawValue(String.valueOf(entry.eventPayload())));
        envelope.put("type", type);
        envelope.put("message", String.valueOf(entry.eventMessage()));
        envelope.put("timestamp", entry.occurredAt().toString());
        envelope.put("event_id", entry.id());
        try {
            return new Event(sequence, entry.id(), type, json.writeValueAsString(envelope));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An envelope is always JSON", e);
        }
    }
}
