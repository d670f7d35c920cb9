package io.sarf.payouts.journal;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional
public class EntryHistory {
    /**
     * @param kind of actor; null for one actor
     * @param actor id of the actor in the journal; null for a kind
     * @param cards subjects that represent this actor; their entries are included
     */
    public record Whose(Actor.@Nullable Kind kind, @Nullable String actor, Set<UUID> cards) {
        public static Whose of(Actor.Kind kind) {
            return new Whose(kind, null, Set.of());
        }

        public static Whose of(UUID person, Set<UUID> cards) {
            return new Whose(null, person.toString(), cards);
        }
    }

    /**
     * @param readable kinds of subjects the reader may see; empty for all
     * @param until exclusive
     */
    public record Wanted(
            Set<String> readable,
            @Nullable String type,
            @Nullable String kind,
            @Nullable UUID subject,
            @Nullable Whose whose,
            @Nullable Instant from,
            @Nullable Instant until) {
        public static Wanted all(Set<String> readable) {
            return new Wanted(readable, null, null, null, null, null, null);
        }
    }

    /** An id contains the time of its creation, which differs from the time of the entry by at most this. */
    private static final Duration APART = Duration.ofMinutes(1);

    private final EntityManager entities;

    EntryHistory(EntityManager entities) {
        this.entities = entities;
    }

    public List<Journal.Entry> find(Scope scope, Wanted wanted, @Nullable UUID before, int limit) {
        var conditions = conditions(wanted);
        if (before != null) {
            conditions.put("id < :before", Map.of("before", before));
        }
        return found(scope, conditions, "desc", limit);
    }

    public Optional<Journal.Entry> oldest(Scope scope, Wanted wanted) {
        return found(scope, conditions(wanted), "asc", 1).stream().findFirst();
    }

    private List<Journal.Entry> found(
            Scope scope, Map<String, Map<String, Object>> conditions, String order, int limit) {
        var where = conditions.keySet().stream()
                .map(condition -> " and (" + condition + ")")
                .collect(Collectors.joining());
        var query = entities.createQuery(
                        "from JournalEntry where application = :application"
                                + " and (environment is null or environment = :environment)" + where + " order by id "
                                + order,
                        JournalEntry.class)
                .setParameter("application", scope.application().value())
                .setParameter("environment", scope.environment().name());
        conditions.values().forEach(values -> values.forEach(query::setParameter));
        return query.setMaxResults(limit).getResultList().stream()
                .map(JournalEntry::read)
                .toList();
    }

    private static Map<String, Map<String, Object>> conditions(Wanted wanted) {
        var conditions = new LinkedHashMap<String, Map<String, Object>>();
        if (!wanted.readable().isEmpty()) {
            conditions.put("subjectKind in :readable", Map.of("readable", wanted.readable()));
        }
        narrow(conditions, "type = :type", "type", wanted.type());
        narrow(conditions, "subjectKind = :kind", "kind", wanted.kind());
        narrow(conditions, "subject = :subject", "subject", wanted.subject());
        var from = wanted.from();
        if (from != null) {
            // No index has the time; the id, which contains it, is indexed.
            conditions.put(
                    "id >= :fromId and occurredAt >= :from",
                    Map.of("fromId", Ids.earliest(from.minus(APART)), "from", from));
        }
        var until = wanted.until();
        if (until != null) {
            conditions.put(
                    "id < :untilId and occurredAt < :until",
                    Map.of("untilId", Ids.earliest(until.plus(APART)), "until", until));
        }
        whose(conditions, wanted.whose());
        return conditions;
    }

    private static void whose(Map<String, Map<String, Object>> conditions, @Nullable Whose whose) {
        if (whose == null) {
            return;
        }
        var kind = whose.kind();
        narrow(conditions, "actorKind = :actorKind", "actorKind", kind == null ? null : kind.name());
        var actor = whose.actor();
        if (actor != null && whose.cards().isEmpty()) {
            conditions.put("actor = :actor", Map.of("actor", actor));
        } else if (actor != null) {
            conditions.put("actor = :actor or subject in :cards", Map.of("actor", actor, "cards", whose.cards()));
        }
    }

    private static void narrow(
            Map<String, Map<String, Object>> conditions, String and, String name, @Nullable Object value) {
        if (value != null) {
            conditions.put(and, Map.of(name, value));
        }
    }
}
