package io.sarf.payouts.journal;

import io.sarf.payouts.application.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events as clients list them. Times are turned into sequences first, so that only events in between are read. */
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

    /** @param last included */
    private record Range(long after, long last) {}

    /** An event that is recorded late has a later sequence than others of its time, by at most this. */
    private static final Duration APART = Duration.ofHours(1);

    private final EntityManager entities;

    EventHistory(EntityManager entities) {
        this.entities = entities;
    }

    public List<Event> find(Scope scope, Wanted wanted, int skip, int limit) {
        var order = " order by e.sequence" + (wanted.after() == null ? " desc" : "");
        return matching(scope, wanted, "select e.sequence, j", order, Object[].class)
                .setFirstResult(skip)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> event((Long) row[0], (JournalEntry) row[1]))
                .toList();
    }

    /** @param most counted at most */
    public long count(Scope scope, Wanted wanted, int most) {
        var certain = certain(Chain.of(scope).name(), wanted, most);
        return certain == most
                ? most
                : matching(
                                scope,
                                wanted,
                                "select count(*) from (select e.sequence sequence",
                                " order by e.sequence limit " + most + ") some",
                                Long.class)
                        .getSingleResult();
    }

    /** Events that match whatever their exact times are: counted without reading one of them. */
    private long certain(String chain, Wanted wanted, int most) {
        var range = range(chain, wanted, APART.negated());
        var query = entities.createQuery(
                        "select count(*) from (select e.sequence sequence from JournalEvent e where e.chain = :chain"
                                + (wanted.type() == null ? "" : " and e.type = :type")
                                + " and e.sequence > :after and e.sequence <= :last order by e.sequence limit " + most
                                + ") some",
                        Long.class)
                .setParameter("chain", chain)
                .setParameter("after", range.after())
                .setParameter("last", range.last());
        return (wanted.type() == null ? query : query.setParameter("type", wanted.type())).getSingleResult();
    }

    private <T> TypedQuery<T> matching(Scope scope, Wanted wanted, String select, String end, Class<T> result) {
        var chain = Chain.of(scope).name();
        var range = range(chain, wanted, APART);
        var to = wanted.to();
        var type = wanted.type();
        var query = entities.createQuery(
                        select + " from JournalEvent e join JournalEntry j on j.id = e.entry where e.chain = :chain"
                                + (type == null ? "" : " and e.type = :type")
                                + " and e.sequence > :after and e.sequence <= :last and j.occurredAt >= :from"
                                + (to == null ? "" : " and j.occurredAt <= :to") + end,
                        result)
                .setParameter("chain", chain)
                .setParameter("after", range.after())
                .setParameter("last", range.last())
                .setParameter("from", wanted.from());
        if (type != null) {
            query.setParameter("type", type);
        }
        return to == null ? query : query.setParameter("to", to);
    }

    /** @param margin how much earlier it begins and later it ends; if negative, all in it match */
    private Range range(String chain, Wanted wanted, Duration margin) {
        var row = entities.find(JournalChain.class, chain);
        var head = row == null ? 0 : row.events();
        var after = wanted.after() == null ? 0 : wanted.after();
        if (wanted.from().isAfter(Instant.EPOCH)) {
            after = Math.max(after, firstSince(chain, head, wanted.from().minus(margin)) - 1);
        }
        var to = wanted.to();
        return new Range(after, to == null ? head : firstSince(chain, head, to.plus(margin)) - 1);
    }

    /** By halves: sequences have no gaps, and their times rise but for {@link #APART}. One more than all if none is. */
    private long firstSince(String chain, long head, Instant time) {
        var low = 1L;
        var high = head + 1;
        while (low < high) {
            var middle = (low + high) / 2;
            if (at(chain, middle).isBefore(time)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Instant at(String chain, long sequence) {
        return entities.createQuery(
                        "select j.occurredAt from JournalEvent e join JournalEntry j on j.id = e.entry"
                                + " where e.chain = :chain and e.sequence = :sequence",
                        Instant.class)
                .setParameter("chain", chain)
                .setParameter("sequence", sequence)
                .getSingleResult();
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
