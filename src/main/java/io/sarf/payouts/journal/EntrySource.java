package io.sarf.payouts.journal;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.EntryHistory.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where entries {@code e} are read from, by a key.
 *
 * @param id the id by which the key is ordered
 */
record EntrySource(String from, String where, String id, Map<String, Object> values) {
    private static final String ENTRY = "e.id";

    /** Together they have every entry that matches; some may be in two of them. */
    static List<EntrySource> of(Scope scope, Wanted wanted) {
        if (wanted.subject() != null) {
            return List.of(bySubject());
        }
        var chains = Map.<String, Object>of(
                "chains",
                Stream.of(Chain.of(scope), Chain.team(scope.application()))
                        .map(Chain::name)
                        .toList());
        var sources = new ArrayList<EntrySource>();
        sources.add(new EntrySource(
                "JournalPending p join JournalEntry e on e.id = p.entry", "p.chain in :chains", ENTRY, chains));
        sources.add(new EntrySource(
                "JournalChain c join JournalSeal s on s.chain = c.chain and s.sequence > c.searched"
                        + " join JournalEntry e on e.id = s.entry",
                "c.chain in :chains and c.searched < c.headSequence",
                ENTRY,
                chains));
        var whose = wanted.whose();
        if (whose != null && !whose.cards().isEmpty()) {
            sources.add(new EntrySource("JournalEntry e", "e.subject in :cards", ENTRY, Map.of()));
        }
        facets(wanted).forEach(facets -> sources.add(searched(facets)));
        return sources;
    }

    private static EntrySource bySubject() {
        return new EntrySource("JournalEntry e", "e.subject = :subject", ENTRY, Map.of());
    }

    /** Lists of facets that an entry has all of. */
    private static List<List<String>> facets(Wanted wanted) {
        var all = new ArrayList<String>();
        var type = wanted.type();
        if (type != null) {
            all.add(JournalSearch.type(type));
        }
        var kind = wanted.kind();
        if (kind != null) {
            all.add(JournalSearch.kind(kind));
        }
        var whose = wanted.whose();
        if (whose != null && whose.actor() != null) {
            all.add(JournalSearch.by(whose.actor()));
        }
        if (whose != null && whose.kind() != null && whose.kind() != Actor.Kind.PERSON) {
            all.add(JournalSearch.by(whose.kind()));
        }
        if (!all.isEmpty()) {
            return List.of(all);
        }
        return wanted.readable().isEmpty()
                ? List.of(List.of(JournalSearch.ALL))
                : wanted.readable().stream()
                        .map(readable -> List.of(JournalSearch.kind(readable)))
                        .toList();
    }

    private static EntrySource searched(List<String> facets) {
        var from = new StringBuilder("JournalSearch s0 join JournalEntry e on e.id = s0.entry");
        var where =
                new StringBuilder("s0.application = :application and s0.environment = :environment and s0.facet = :f0");
        var values = new LinkedHashMap<String, Object>();
        values.put("f0", facets.get(0));
        for (var i = 1; i < facets.size(); i++) {
            var also = "s" + i;
            from.append(" join JournalSearch %s on %s.entry = s0.entry".formatted(also, also));
            where.append(" and %s.application = :application and %s.environment = :environment and %s.facet = :f%d"
                    .formatted(also, also, also, i));
            values.put("f" + i, facets.get(i));
        }
        return new EntrySource(from.toString(), where.toString(), "s0.entry", values);
    }
}
