package io.sarf.payouts.journal;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Entries by what people filter by. Sealed ones are found by {@link JournalSearch}, the last few by
 * {@link JournalPending}; whether one is shown is decided on the entry itself.
 */
@ApplicationScoped
@Transactional
public class EntryHistory {
    /**
     * @param kind of actor; null for one actor
     * @param actor id of the person in the journal; null for a kind
     * @param cards subjects that represent this person; their entries are included
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

        public static Wanted of(String type) {
            return new Wanted(Set.of(), type, null, null, null, null, null);
        }
    }

    private static final Comparator<Journal.Entry> OLDEST_FIRST =
            Comparator.comparing(entry -> entry.id().toString());

    private final EntityManager entities;

    EntryHistory(EntityManager entities) {
        this.entities = entities;
    }

    /** Newest first. */
    public List<Journal.Entry> find(Scope scope, Wanted wanted, @Nullable UUID before, int limit) {
        var conditions = Conditions.of(scope, wanted);
        if (before != null) {
            conditions.and("e.id < :before", Map.of("before", before));
        }
        return found(scope, wanted, conditions, true, limit);
    }

    public Optional<Journal.Entry> oldest(Scope scope, Wanted wanted) {
        return found(scope, wanted, Conditions.of(scope, wanted), false, 1).stream()
                .findFirst();
    }

    /** Looks at what is sealed first, where nearly all entries are. */
    public boolean any(Scope scope, Wanted wanted) {
        var conditions = Conditions.of(scope, wanted);
        var sources = new ArrayList<>(EntrySource.of(scope, wanted));
        Collections.reverse(sources);
        return sources.stream()
                .anyMatch(source -> !found(source, conditions, true, 1).isEmpty());
    }

    /** The last ones are read first: one that is sealed meanwhile is then found twice, and never missed. */
    private List<Journal.Entry> found(
            Scope scope, Wanted wanted, Conditions conditions, boolean newestFirst, int limit) {
        Map<UUID, Journal.Entry> found = new LinkedHashMap<>();
        for (var source : EntrySource.of(scope, wanted)) {
            found(source, conditions, newestFirst, limit).forEach(entry -> found.put(entry.id(), entry.read()));
        }
        return found.values().stream()
                .sorted(newestFirst ? OLDEST_FIRST.reversed() : OLDEST_FIRST)
                .limit(limit)
                .toList();
    }

    private List<JournalEntry> found(EntrySource source, Conditions conditions, boolean newestFirst, int limit) {
        var query = entities.createQuery(
                "select e from " + source.from() + " where " + source.where() + conditions.text() + " order by "
                        + source.id() + (newestFirst ? " desc" : " asc"),
                JournalEntry.class);
        conditions.values().forEach(query::setParameter);
        source.values().forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    /** Conditions on every entry {@code e} that is shown, whichever source found it. */
    private static final class Conditions {
        /** An id contains the time of its creation, which differs from the time of the entry by at most this. */
        private static final Duration APART = Duration.ofMinutes(1);

        private final StringBuilder text = new StringBuilder();
        private final Map<String, Object> values = new LinkedHashMap<>();

        static Conditions of(Scope scope, Wanted wanted) {
            var all = new Conditions();
            all.and(
                    "e.application = :application",
                    Map.of("application", scope.application().value()));
            all.and(
                    "(e.environment is null or e.environment = :environment)",
                    Map.of("environment", scope.environment().name()));
            if (!wanted.readable().isEmpty()) {
                all.and("e.subjectKind in :readable", Map.of("readable", wanted.readable()));
            }
            all.equal("type", wanted.type());
            all.equal("subjectKind", wanted.kind());
            all.equal("subject", wanted.subject());
            all.time(wanted);
            all.whose(wanted.whose());
            return all;
        }

        void and(String condition, Map<String, Object> parameters) {
            text.append(" and ").append(condition);
            values.putAll(parameters);
        }

        String text() {
            return text.toString();
        }

        Map<String, Object> values() {
            return values;
        }

        private void equal(String column, @Nullable Object value) {
            if (value != null) {
                and("e." + column + " = :" + column, Map.of(column, value));
            }
        }

        /** No key has the time; the id, which contains it, is in each of them. */
        private void time(Wanted wanted) {
            var from = wanted.from();
            if (from != null) {
                and(
                        "e.id >= :fromId and e.occurredAt >= :from",
                        Map.of("fromId", Ids.earliest(from.minus(APART)), "from", from));
            }
            var until = wanted.until();
            if (until != null) {
                and(
                        "e.id < :untilId and e.occurredAt < :until",
                        Map.of("untilId", Ids.earliest(until.plus(APART)), "until", until));
            }
        }

        private void whose(@Nullable Whose whose) {
            if (whose == null) {
                return;
            }
            var kind = whose.kind();
            equal("actorKind", kind == null ? null : kind.name());
            var actor = whose.actor();
            if (actor != null && whose.cards().isEmpty()) {
                equal("actor", actor);
            } else if (actor != null) {
                and("(e.actor = :actor or e.subject in :cards)", Map.of("actor", actor, "cards", whose.cards()));
            }
        }
    }
}
