package io.sarf.payouts.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.platform.KnownSecrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever alters an export is found, and where. */
class VerifyJournalTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Scope SCOPE = new Scope(new ApplicationId(new UUID(7, 7)), Environment.SANDBOX);
    private static final Chain TEAM = Chain.team(SCOPE.application());
    private static final Chain SANDBOX = Chain.of(SCOPE);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static final String ADDRESS = "203.0.113.7";

    private final SignedHeads heads = new SignedHeads(KnownSecrets.of(1));

    @TempDir
    Path folder;

    @Test
    void an_export_that_nobody_has_touched_is_whole() throws IOException {
        var said = verified(0, export(2, 5));
        assertThat(said)
                .contains("WHOLE")
                .contains(TEAM.name() + ": 2 entries")
                .contains(SANDBOX.name() + ": 5 entries")
                .contains("Signed by " + heads.key());
        assertThat(verified(0, export(0, 0))).contains("0 entries");
        assertThat(verified(0, export(2, 5), "--key", heads.key())).contains("WHOLE");
    }

    @Test
    void no_bit_of_it_can_be_flipped_unseen_and_each_is_found_in_its_line() throws IOException {
        var bytes = text(export(1, 2)).getBytes(StandardCharsets.UTF_8);
        var line = 1;
        for (var at = 0; at < bytes.length; at++) {
            for (var bit = 0; bit < 8; bit++) {
                var altered = bytes.clone();
                altered[at] ^= (byte) (1 << bit);
                Files.write(file(), altered);
                var answer = run(file().toString());
                assertThat(answer.code())
                        .as("bit %d of byte %d of %d: %s", bit, at, bytes.length, answer.said())
                        .isEqualTo(1);
                assertThat(answer.said())
                        .as("bit %d of byte %d", bit, at)
                        .containsPattern("Line (" + line + "|" + (line + 1) + "):");
            }
            if (bytes[at] == '\n') {
                line++;
            }
        }
    }

    @Test
    void what_stands_beside_a_head_is_not_overlooked() throws IOException {
        var lines = export(2, 5);
        lines.set(
                8, "{\"sequence\":6,\"type\":\"thing.changed\"," + lines.get(8).substring(1));
        assertThat(verified(1, lines)).contains("Line 9: this is neither an entry nor a head");
    }

    @Test
    void a_head_without_one_of_its_fields_is_none() throws IOException {
        for (var field : List.of("chain", "digest", "taken_at", "key", "signature", "from", "to", "count")) {
            var lines = export(2, 5);
            var head = (ObjectNode) JSON.readTree(lines.get(8));
            ((ObjectNode) head.path("head")).remove(field);
            lines.set(8, head.toString());
            assertThat(verified(1, lines)).as(field).contains("Line 9:");
        }
    }

    @Test
    void a_sequence_that_only_comes_round_to_the_right_one_is_none() throws IOException {
        var lines = export(2, 5);
        lines.set(3, lines.get(3).replace("\"sequence\":1,", "\"sequence\":18446744073709551617,"));
        assertThat(verified(1, lines)).contains("Line 4: this is neither an entry nor a head");
    }

    @Test
    void half_of_a_character_does_not_pass_for_a_question_mark() throws IOException {
        var lines = new ArrayList<String>();
        chain(heads, TEAM, 1, lines, "{\"why\":\"?\"}");
        chain(heads, SANDBOX, 1, lines, "{\"why\":\"?\"}");
        assertThat(verified(0, lines)).contains("WHOLE");
        lines.set(0, lines.get(0).replace("?", "\\ud800"));
        assertThat(verified(1, lines)).contains("Line 1: entry 1 of " + TEAM.name() + " is not what was sealed");
    }

    @Test
    void a_chain_that_was_cut_out_whole_is_missed() throws IOException {
        for (var entries : List.of(0, 5)) {
            var lines = export(2, entries);
            var known = kept(lines).toString();
            var without = lines.subList(0, 3);
            assertThat(verified(1, without)).contains("an export holds the chain of a team and that of one of its");
            assertThat(verified(1, without, "--at-least", known)).contains("older than the head that is known");
            var other = new ArrayList<>(without);
            chain(heads, Chain.of(new Scope(new ApplicationId(new UUID(8, 8)), Environment.SANDBOX)), 1, other);
            assertThat(verified(1, other)).contains("an export holds the chain of a team and that of one of its");
        }
    }

    @Test
    void an_altered_entry_is_named() throws IOException {
        var lines = export(2, 5);
        lines.set(4, lines.get(4).replace("thing.changed", "thing.hanged!"));
        assertThat(verified(1, lines))
                .contains("Line 5: entry 2 of " + SANDBOX.name() + " is not what was sealed after the entry before it")
                .doesNotContain("entry 3");
    }

    @Test
    void an_entry_without_an_address_has_the_digest_it_had_before_there_were_addresses() throws IOException {
        assertThat(JSON.readTree(export(0, 1).get(1)).path("digest").asText())
                .isEqualTo("161ccd9234ca4ebda106167a2b4b4e35e3d9fd2e01ab781d1e1e5de7325013e9");
        assertThat(export(0, 2).get(1)).doesNotContain("address");
    }

    @Test
    void an_address_that_was_cut_out_altered_emptied_or_put_in_is_found() throws IOException {
        var with = ",\"address\":\"" + ADDRESS + "\"";
        var altered = Map.of(
                "", "is not what was sealed",
                ",\"address\":null", "is not what was sealed",
                ",\"address\":\"\"", "is not what was sealed",
                ",\"address\":\"203.0.113.8\"", "is not what was sealed",
                ",\"address\":7", "has not the fields that an entry has");
        for (var one : altered.entrySet()) {
            var lines = export(2, 5);
            assertThat(lines.get(4)).contains(with);
            lines.set(4, lines.get(4).replace(with, one.getKey()));
            assertThat(verified(1, lines))
                    .as(one.getKey())
                    .contains("Line 5: entry 2 of")
                    .contains(one.getValue());
        }
        for (var more : List.of(with, ",\"address\":\"\"", ",\"address\":null")) {
            var lines = export(2, 5);
            lines.set(3, lines.get(3).replace(",\"digest\"", more + ",\"digest\""));
            assertThat(verified(1, lines)).as(more).contains("Line 4: entry 1 of");
        }
    }

    @Test
    void two_that_were_swapped_are_found_at_both_places() throws IOException {
        var lines = export(2, 5);
        Collections.swap(lines, 4, 5);
        assertThat(verified(1, lines))
                .contains("Line 5: entry 3 of " + SANDBOX.name() + " stands where 2 belongs")
                .contains("Line 6: entry 2 of " + SANDBOX.name() + " stands where 4 belongs");
    }

    @Test
    void one_that_was_cut_out_is_missed_where_it_stood() throws IOException {
        var lines = export(2, 5);
        lines.remove(5);
        assertThat(verified(1, lines)).contains("Line 6: entry 4 of " + SANDBOX.name() + " stands where 3 belongs");
    }

    @Test
    void a_tail_that_was_dropped_is_missed_though_the_head_was_kept() throws IOException {
        var lines = export(2, 5);
        lines.remove(7);
        assertThat(verified(1, lines))
                .contains("Line 8: the head of " + SANDBOX.name()
                        + " speaks of entries 1 to 5, and the last one here is 4");
    }

    @Test
    void a_tail_that_was_dropped_with_its_head_is_missed() throws IOException {
        var lines = export(2, 5);
        assertThat(verified(1, lines.subList(0, 7))).contains("ends without its head");
        assertThat(verified(1, List.of())).contains("there is no head");
    }

    @Test
    void whoever_makes_all_digests_anew_lacks_the_signature() throws IOException {
        var lines = export(2, 5);
        var head = lines.get(8);
        var forged = rehashed(lines.subList(3, 8), 2);
        lines.subList(3, 8).clear();
        lines.addAll(3, forged);
        assertThat(verified(1, lines))
                .contains("Line 9: the head of " + SANDBOX.name() + " was signed over other entries than these")
                .doesNotContain("Line 5");

        var digest = JSON.readTree(forged.get(4)).path("digest").asText();
        var node = (ObjectNode) JSON.readTree(head);
        ((ObjectNode) node.path("head")).put("digest", digest);
        lines.set(8, node.toString());
        assertThat(verified(1, lines))
                .contains("Line 9: the head of " + SANDBOX.name() + " is not signed by the key it names");
    }

    @Test
    void whoever_signs_everything_anew_has_another_key() throws IOException {
        var thief = new SignedHeads(KnownSecrets.of(2));
        var forged = export(thief, 2, 5);
        assertThat(verified(0, forged)).contains("Signed by " + thief.key() + ": compare it with the key");
        assertThat(verified(1, forged, "--key", heads.key())).contains("is signed by another key: " + thief.key());
        assertThat(verified(1, forged, "--at-least", kept(export(2, 4)).toString()))
                .contains("is signed by another key");
    }

    @Test
    void an_older_export_than_one_that_is_known_is_refused_and_a_newer_one_is_not() throws IOException {
        var known = kept(export(2, 5)).toString();
        assertThat(verified(1, export(2, 4), "--at-least", known))
                .contains("the export is older than the head that is known: entry 5 of " + SANDBOX.name());
        assertThat(verified(0, export(2, 6), "--at-least", known)).contains("WHOLE");
        assertThat(verified(0, export(2, 5), "--at-least", known)).contains("WHOLE");
        var head = folder.resolve("head");
        Files.writeString(head, export(2, 5).get(8));
        assertThat(verified(1, export(2, 4), "--at-least", head.toString())).contains("older");
    }

    @Test
    void another_history_than_the_one_that_is_known_is_refused() throws IOException {
        var lines = export(2, 6);
        var known = kept(export(2, 5)).toString();
        var forged = rehashed(lines.subList(3, 9), 2);
        lines.subList(3, 9).clear();
        lines.addAll(3, forged);
        lines.set(
                9,
                JSON.writeValueAsString(Map.of("head", heads.sign(SANDBOX.name(), 6, digest(forged.get(5)), "now"))));
        assertThat(verified(0, lines)).contains("WHOLE");
        assertThat(verified(1, lines, "--at-least", known))
                .contains("Line 8: entry 5 of " + SANDBOX.name() + " is another than the head that is known says");
    }

    @Test
    void entries_that_stand_twice_or_after_their_end_are_found() throws IOException {
        var lines = export(2, 5);
        lines.add(lines.get(3));
        assertThat(verified(1, lines)).contains("come after its end");
        lines = export(2, 5);
        lines.add(4, lines.get(3));
        assertThat(verified(1, lines)).contains("Line 5: entry 1 of " + SANDBOX.name() + " stands where 2 belongs");
        lines = export(2, 5);
        lines.set(3, lines.get(3).replace("{", "{\"payload\":\"{}\","));
        assertThat(verified(1, lines)).contains("Line 4: this is neither an entry nor a head");
    }

    @Test
    void what_cannot_be_checked_is_said_apart() {
        assertThat(run(folder.resolve("missing").toString()).code()).isEqualTo(2);
        assertThat(run().said()).contains("Usage: verify-journal");
        assertThat(run("a", "b").code()).isEqualTo(2);
        assertThat(run("--at-least").code()).isEqualTo(2);
        assertThat(run("--unknown", "a").code()).isEqualTo(2);
    }

    private List<String> export(int team, int sandbox) throws JsonProcessingException {
        return export(heads, team, sandbox);
    }

    private static List<String> export(SignedHeads by, int team, int sandbox) throws JsonProcessingException {
        var lines = new ArrayList<String>();
        chain(by, TEAM, team, lines);
        chain(by, SANDBOX, sandbox, lines);
        return lines;
    }

    private static void chain(SignedHeads by, Chain chain, int entries, List<String> lines)
            throws JsonProcessingException {
        chain(by, chain, entries, lines, null);
    }

    private static void chain(SignedHeads by, Chain chain, int entries, List<String> lines, @Nullable String payload)
            throws JsonProcessingException {
        var digest = Digest.GENESIS;
        for (var sequence = 1; sequence <= entries; sequence++) {
            var subject = new Change.Subject("thing", new UUID(1, sequence), 1);
            var change = Change.of(chain, "thing.changed", subject, by(sequence));
            var said = payload == null ? "{\"amount\":" + sequence + "}" : payload;
            var entry = new JournalEntry(new UUID(2, sequence), change, said, null, NOON);
            digest = Digest.of(digest, sequence, entry);
            lines.add(line(sequence, entry.columns(), digest));
        }
        lines.add(JSON.writeValueAsString(Map.of("head", by.sign(chain.name(), entries, digest, NOON.toString()))));
    }

    /** Every second one from an address. */
    private static Actor by(int sequence) {
        return Actor.SYSTEM.from(sequence % 2 == 0 ? ADDRESS : null);
    }

    private static String line(long sequence, Map<String, String> columns, byte[] digest)
            throws JsonProcessingException {
        var line = new LinkedHashMap<String, Object>();
        line.put("sequence", sequence);
        line.putAll(columns);
        line.put("digest", HexFormat.of().formatHex(digest));
        return JSON.writeValueAsString(line);
    }

    /** The same entries with one altered, and every digest right again. */
    private static List<String> rehashed(List<String> entries, int altered) throws JsonProcessingException {
        var lines = new ArrayList<String>();
        var digest = Digest.GENESIS;
        for (var at = 0; at < entries.size(); at++) {
            var node = (ObjectNode) JSON.readTree(entries.get(at));
            if (at == altered) {
                node.put("payload", "{\"amount\":1000000}");
            }
            var columns = new LinkedHashMap<String, String>();
            node.fieldNames()
                    .forEachRemaining(name -> columns.put(
                            name,
                            node.path(name).isNull() ? null : node.path(name).asText()));
            columns.remove("sequence");
            columns.remove("digest");
            digest = Digest.of(digest, at + 1, columns.values());
            lines.add(line(at + 1, columns, digest));
        }
        return lines;
    }

    private static byte[] digest(String line) throws JsonProcessingException {
        return HexFormat.of().parseHex(JSON.readTree(line).path("digest").asText());
    }

    private record Answer(int code, String said) {}

    private Path file() {
        return folder.resolve("export.jsonl");
    }

    private Path kept(List<String> lines) throws IOException {
        return Files.writeString(folder.resolve("kept.jsonl"), text(lines));
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private String verified(int code, List<String> lines, String... options) throws IOException {
        Files.writeString(file(), text(lines));
        var arguments = new ArrayList<>(List.of(file().toString()));
        arguments.addAll(Arrays.asList(options));
        var answer = run(arguments.toArray(String[]::new));
        assertThat(answer.code()).as(answer.said()).isEqualTo(code);
        return answer.said();
    }

    private static Answer run(String... arguments) {
        var said = new ByteArrayOutputStream();
        var code = VerifyJournal.run(List.of(arguments), new PrintStream(said, true, StandardCharsets.UTF_8));
        return new Answer(code, said.toString(StandardCharsets.UTF_8));
    }
}
