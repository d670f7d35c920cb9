package io.sarf.payouts.journal;

import io.sarf.payouts.application.Environment;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;

/**
 * What a sealed entry is found by: one row for each of its four facets; entries of the team in both environments. The
 * sealer writes the rows of many entries with one statement, so recording an entry maintains no key for them.
 */
@Entity
@Immutable
@IdClass(JournalSearch.Key.class)
class JournalSearch {
    record Key(UUID application, String environment, String facet, UUID entry) implements Serializable {}

    /** Entries that one statement adds; each has four facets. */
    private static final int AT_ONCE = 1_000;

    private static final String ENVIRONMENTS = Arrays.stream(Environment.values())
            .map(environment -> "SELECT '" + environment.name() + "' AS environment")
            .collect(Collectors.joining(" UNION ALL "));

    private static final String ADD = """
            INSERT IGNORE INTO journal_search (application, environment, facet, entry)
            SELECT e.application, n.environment,
                   CASE f.number
                       WHEN 0 THEN ''
                       WHEN 1 THEN CONCAT('type:', e.type)
                       WHEN 2 THEN CONCAT('kind:', e.subject_kind)
                       ELSE CONCAT('by:', IF(e.actor_kind = 'PERSON', e.actor, e.actor_kind))
                   END,
                   e.id
            FROM journal_seal s
                JOIN journal_entry e ON e.id = s.entry
                JOIN (%s) n ON e.environment IS NULL OR e.environment = n.environment
                JOIN (SELECT 0 AS number UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3) f
            WHERE s.chain = :chain AND s.sequence > :from AND s.sequence <= :to
            """.formatted(ENVIRONMENTS);

    static final String ALL = "";

    @Id
    private UUID application;

    @Id
    private String environment;

    @Id
    private String facet;

    @Id
    private UUID entry;

    @SuppressWarnings("NullAway.Init")
    protected JournalSearch() {}

    static String type(String type) {
        return "type:" + type;
    }

    static String kind(String kind) {
        return "kind:" + kind;
    }

    static String by(Actor.Kind kind) {
        return "by:" + kind.name();
    }

    static String by(String person) {
        return "by:" + person;
    }

    /**
     * Adds the next entries of a chain, in the transaction that holds the lock of its head. Ignores rows that exist: the key
     * is the whole row, and the table may be in the middle of a rebuild.
     *
     * @return whether more are left, as after an update from a version without this table
     */
    static boolean fill(EntityManager entities, JournalChain head) {
        var from = head.searched();
        var to = Math.min(head.sequence(), from + AT_ONCE);
        if (to > from) {
            entities.createNativeQuery(ADD)
                    .setParameter("chain", head.chain())
                    .setParameter("from", from)
                    .setParameter("to", to)
                    .executeUpdate();
            head.searchedUntil(to);
        }
        return to < head.sequence();
    }
}
