package io.sarf.payouts.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.work.AfterCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional
public class Journal {
    /** @param environment null for entries of the team */
    public record Entry(
            UUID id,
            String type,
            Change.Subject of,
            Actor actor,
            String details,
            @Nullable String environment,
            @Nullable String event,
            Instant at) {
        public String subjectKind() {
            return of.kind();
        }

        public UUID subject() {
            return of.id();
        }
    }

    private final EntityManager entities;
    private final StatelessSession inserts;
    private final ObjectMapper json;
    private final Ids ids;
    private final Clock clock;
    private final AfterCommit afterCommit;
    private final Sealer sealer;

    Journal(
            EntityManager entities,
            StatelessSession inserts,
            ObjectMapper json,
            Ids ids,
            Clock clock,
            AfterCommit afterCommit,
            Sealer sealer) {
        this.entities = entities;
        this.inserts = inserts;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.afterCommit = afterCommit;
        this.sealer = sealer;
    }

    /** Writes one entry in the caller's transaction; returns its id, which is also the event's id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID record(Change change) {
        var entry = entry(change);
        entities.persist(entry);
        entities.persist(new JournalPending(entry.id(), entry.chain()));
        afterCommit.once(Sealer.class, sealer::nudge);
        return entry.id();
    }

    /** Writes many entries at once, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(List<Change> changes) {
        var entries = changes.stream().map(this::entry).toList();
        inserts.insertMultiple(entries);
        inserts.insertMultiple(entries.stream()
                .map(entry -> new JournalPending(entry.id(), entry.chain()))
                .toList());
        afterCommit.once(Sealer.class, sealer::nudge);
    }

    private JournalEntry entry(Change change) {
        var event = change.announcement();
        return new JournalEntry(
                ids.next(),
                change,
                text(change.details()),
                event == null ? null : text(event.payload()),
                clock.instant());
    }

    /** Entries of one subject in order, 500 at most. */
    public List<Entry> of(Scope scope, UUID subject) {
        return entities
                .createQuery(
                        "from JournalEntry where application = :application and subject = :subject"
                                + " order by subjectVersion, id",
                        JournalEntry.class)
                .setParameter("application", scope.application().value())
                .setParameter("subject", subject)
                .setMaxResults(500)
                .getResultList()
                .stream()
                .map(JournalEntry::read)
                .toList();
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + value.getClass(), e);
        }
    }
}
