package io.sarf.payouts.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the content, position and completeness of an export's entries and the signed end of each chain, offline. */
final class CheckedExport {
    /** Columns the digest covers for every entry, in order. The address follows where an entry has one. */
    private static final List<String> COLUMNS = List.of(
            "id",
            "chain",
            "application",
            "environment",
            "type",
            "subject_kind",
            "subject",
            "subject_version",
            "actor_kind",
            "actor",
            "actor_name",
            "payload",
            "event_type",
            "event_message",
            "event_payload",
            "occurred_at");

    /** Limits the report: one fault early in a long chain may cause one at each later entry. */
    private static final int MOST = 50;

    private static final String NEITHER = "this is neither an entry nor a head";

    private final Map<String, JournalHead> known = new LinkedHashMap<>();
    private final Map<String, JournalHead> heads = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private @Nullable String chain;
    private long sequence;
    private byte[] digest = Digest.GENESIS;
    private long line;

    private CheckedExport(Collection<JournalHead> known) {
        known.forEach(head -> this.known.put(head.chain() + "\0" + head.to(), head));
    }

    /** @param known trusted heads, each of which the export must contain */
    static CheckedExport of(InputStream export, Collection<JournalHead> known) throws IOException {
        var check = new CheckedExport(known);
        var lines = new ExportedLines(export);
        for (var bytes = lines.next(); bytes != null; bytes = lines.next()) {
            check.line++;
            check.line(bytes);
        }
        check.end();
        return check;
    }

    List<String> faults() {
        return faults;
    }

    Collection<JournalHead> heads() {
        return heads.values();
    }

    private void line(byte[] bytes) {
        try {
            var node = ExportedLines.tree(bytes);
            var head = node.path("head");
            if (head.isObject() && node.size() == 1) {
                head(ExportedLines.head(head));
            } else if (node.path("sequence").isIntegralNumber()
                    && node.path("sequence").canConvertToLong()
                    && node.path("chain").isTextual()) {
                entry(node);
            } else {
                fault(NEITHER);
            }
        } catch (IOException | IllegalArgumentException e) {
            fault(NEITHER);
        }
    }

    private void entry(JsonNode entry) {
        var of = entry.path("chain").asText();
        if (!of.equals(chain)) {
            begin(of);
        }
        var stated = entry.path("sequence").asLong();
        if (stated != sequence + 1) {
            fault("entry " + stated + " of " + of + " stands where " + (sequence + 1) + " belongs");
        }
        List<@Nullable String> fields = new ArrayList<>();
        COLUMNS.forEach(column ->
                fields.add(entry.path(column).isTextual() ? entry.path(column).asText() : null));
        var from = entry.path(JournalEntry.ADDRESS);
        if (from.isTextual()) {
            fields.add(from.asText());
        }
        var sealed = entry.path("digest").asText();
        // The encoder would replace invalid text, such as half a surrogate pair, by a question mark and hash that.
        if (!fields.stream()
                        .allMatch(field -> field == null || UTF_8.newEncoder().canEncode(field))
                || !hex(Digest.of(digest, stated, fields)).equals(sealed)) {
            fault("entry " + stated + " of " + of + " is not what was sealed after the entry before it");
        }
        if (entry.size() != fields.size() + 2 || !COLUMNS.stream().allMatch(column -> present(entry.path(column)))) {
            fault("entry " + stated + " of " + of + " has not the fields that an entry has");
        }
        // Continue from the stated values, so that later entries are judged independently of this fault.
        sequence = stated;
        digest = HexFormat.of().parseHex(sealed);
        contains(of, known.remove(of + "\0" + stated));
    }

    private static boolean present(JsonNode column) {
        return column.isTextual() || column.isNull();
    }

    private void contains(String of, @Nullable JournalHead head) {
        if (head != null && !head.digest().equals(hex(digest))) {
            fault("entry " + head.to() + " of " + of + " is another than the head that is known says");
        }
    }

    private void begin(String of) {
        unfinished();
        if (heads.containsKey(of)) {
            fault("entries of " + of + " come after its end");
        }
        chain = of;
        sequence = 0;
        digest = Digest.GENESIS;
    }

    private void head(JournalHead head) {
        if (!head.chain().equals(chain)) {
            begin(head.chain());
        }
        if (!SignedHeads.signed(head)) {
            fault("the head of " + head.chain() + " is not signed by the key it names");
        }
        if (head.from() != 1 || head.to() != sequence || head.count() != sequence) {
            fault("the head of " + head.chain() + " speaks of entries " + head.from() + " to " + head.to()
                    + ", and the last one here is " + sequence);
        } else if (!head.digest().equals(hex(digest))) {
            fault("the head of " + head.chain() + " was signed over other entries than these");
        }
        heads.put(head.chain(), head);
        chain = null;
    }

    private void end() {
        line++;
        unfinished();
        if (heads.isEmpty()) {
            fault("there is no head");
        } else if (!oneEnvironment(heads.keySet())) {
            fault("an export holds the chain of a team and that of one of its environments, and not "
                    + String.join(", ", heads.keySet()));
        }
        known.values().stream()
                .filter(head -> head.to() > 0 || !heads.containsKey(head.chain()))
                .forEach(head -> fault("the export is older than the head that is known: entry " + head.to() + " of "
                        + head.chain() + " is not in it"));
    }

    private static boolean oneEnvironment(Set<String> chains) {
        var teams = chains.stream().filter(name -> name.endsWith("/team")).toList();
        return chains.size() == 2
                && teams.size() == 1
                && chains.stream()
                        .map(name -> name.replaceFirst("/(sandbox|production)$", "/team"))
                        .allMatch(teams.get(0)::equals);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private void unfinished() {
        if (chain != null) {
            fault(chain + " ends without its head: entries after " + sequence + " may be missing");
        }
    }

    private void fault(String what) {
        if (faults.size() < MOST) {
            faults.add("Line " + line + ": " + what);
        }
    }
}
