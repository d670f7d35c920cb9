package io.sarf.payouts.journal;

import io.sarf.payouts.application.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional
public class EventHistory {
    /** @param after only later sequences, oldest first; null for newest first */
    public record Wanted(
            Instant from,
            @Nullable Instant to,
            @Nullable String type,
            @Nullable Long after) {}

    public record Event(long sequence, UUID id, String type, String message, String payload, Instant at) {}

    private static final String MATCHING = " from JournalEvent e join JournalEntry j on j.id = e.entry"
            + " where e.chain = :chain and j.occurredAt >= :from and (:to is null or j.occurredAt <= :to)"
            + " and (:type is null or j.eventType = :type) and (:after is null or e.sequence > :after)";

    private final EntityManager entities;

    EventHistory(EntityManager entities) {
        this.entities = entities;
    }

    public List<Event> find(Scope scope, Wanted wanted, int skip, int limit) {
        var order = " order by e.sequence" + (wanted.after() == null ? " desc" : "");
        var query = entities.createQuery("select e.sequence, j" + MATCHING + order, Object[].class);
        return with(scope, wanted, query).setFirstResult(skip).setMaxResults(limit).getResultList().stream()
                .map(row -> event((Long) row[0], (JournalEntry) row[1]))
                .toList();
    }

    public long count(Scope scope, Wanted wanted, int most) {
        var query = entities.createQuery(
                "select count(*) from (select e.sequence sequence" + MATCHING + " order by e.sequence limit " + most
                        + ") some",
                Long.class);
        return with(scope, wanted, query).getSingleResult();
    }

    private static <T> TypedQuery<T> with(Scope scope, Wanted wanted, TypedQuery<T> query) {
        return query.setParameter("chain", Chain.of(scope).name())
                .setParameter("from", wanted.from())
                .setParameter("to", wanted.to())
                .setParameter("type", wanted.type())
                .setParameter("after", wanted.after());
    }

    private static Event event(long sequence, JournalEntry entry) {
        return new Event(
                sequence,
                entry.id(),
                String.valueOf(entry.eventType()),
                String.valueOf(entry.eventMessage()),
                String.valueOf(entry.eventPayload()),
                entry.occurredAt());
    }
}
