package io.sarf.payouts.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sarf.payouts.journal.VerifyJournal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twelve exports, one behind the other, that commit bb55f4b wrote before classes were renamed: each payout in them ended
 * another way, so that every event of a payout is in one of them.
 */
class ExportsOfBeforeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXPORTS = Path.of("src/test/resources/journal/exports-before-renaming.jsonl");
    private static final int HEADS_OF_ONE = 2;

    @TempDir
    Path folder;

    @Test
    void an_export_from_before_still_verifies() throws IOException {
        var exports = exports();

        assertThat(exports).hasSize(12);
        for (var export : exports) {
            var file = Files.write(folder.resolve("export.jsonl"), export);
            var output = new ByteArrayOutputStream();
            var code =
                    VerifyJournal.run(List.of(file.toString()), new PrintStream(output, true, StandardCharsets.UTF_8));
            assertThat(output.toString(StandardCharsets.UTF_8))
                    .contains("WHOLE")
                    .doesNotContain("NOT");
            assertThat(code).isZero();
        }
    }

    /** Types of payouts that were added since. */
    private static final Set<String> LATER =
            Set.of("payout.cancellation_requested", "payout.name_accepted", "payout.parked", "payout.resumed");

    @Test
    void every_type_in_it_still_has_words_and_every_event_of_a_payout_is_stored_under_the_same_name()
            throws IOException {
        Set<String> stored = new HashSet<>();
        for (var line : Files.readAllLines(EXPORTS)) {
            var type = JSON.readTree(line).path("type");
            if (!type.isMissingNode()) {
                stored.add(type.asText());
            }
        }

        assertThat(KnownTypes.beginningWith("")).containsAll(stored);
        assertThat(stored)
                .containsAll(KnownTypes.beginningWith("payout.").stream()
                        .filter(type -> !LATER.contains(type))
                        .toList());
    }

    private static List<List<String>> exports() throws IOException {
        List<List<String>> exports = new ArrayList<>();
        List<String> export = new ArrayList<>();
        var heads = 0;
        for (var line : Files.readAllLines(EXPORTS)) {
            export.add(line);
            JsonNode read = JSON.readTree(line);
            if (read.has("head") && ++heads % HEADS_OF_ONE == 0) {
                exports.add(export);
                export = new ArrayList<>();
            }
        }
        return exports;
    }
}
